const express = require('express');
const app = express();
app.post('/api/encounters', save);
app.get('/api/exported-goods', list);
