const express = require('express');
const app = express();
app.post('/api/vaccinations', save);
app.get('/api/exported-goods', list);
