const app = require('express')();

app.get('/health', (req, res) => res.send('ok'));
app.get('/products', (req, res) => res.json(products));
app.post('/login', (req, res) => signIn(req, res));
app.get('/images/:id', (req, res) => res.sendFile(req.params.id));
