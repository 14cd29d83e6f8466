const { MongoClient } = require("mongodb");
const app = require("express")();
app.get("/beds", h);
app.listen(80);
