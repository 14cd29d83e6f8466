const express = require('express');
const app = express();

app.get('/health', (req, res) => res.send('ok'));
app.get('/users', (req, res) => users.find().toArray().then((all) => res.json(all)));
app.get('/history/:id', (req, res) => orders.findOne({ name: req.params.id }).then((found) => res.json(found)));
app.listen(8080);
