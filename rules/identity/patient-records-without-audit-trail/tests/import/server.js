const express = require("express");
const { entry } = require("./audit");
const app = express();
app.get("/api/patients/:id", (req, res) => {
  entry(req.user, req.params.id);
  res.json(store.find(req.params.id));
});
