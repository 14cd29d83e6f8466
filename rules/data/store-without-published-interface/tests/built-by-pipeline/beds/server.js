const { Pool } = require("pg");
const app = require("express")();
app.get("/beds", h);
app.listen(80);
