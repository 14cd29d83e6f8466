const express = require("express");
const app = express();
app.get("/api/patients/:id", (req, res) => res.json(store.find(req.params.id)));
app.listen(8080);
