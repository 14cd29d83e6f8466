const mysql = require("mysql2");
const app = require("express")();
app.get("/beds", h);
app.listen(80);
