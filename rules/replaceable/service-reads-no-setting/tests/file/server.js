const app = require('express')();
app.get('/wards', (q, r) => r.redirect('https://wards.trust.example/all'));
