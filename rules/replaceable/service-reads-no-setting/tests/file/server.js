const app = require('express')();
app.get('/wards', async (q, r) => r.json(await fetch('https://wards.trust.example/all')));
