const app = require('express')();
const directory = process.env.DIRECTORY || 'https://directory.trust.example';
app.get('/wards', async (q, r) => r.json(await fetch(directory)));
