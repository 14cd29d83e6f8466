const redis = require("redis");
const app = require("express")();
app.get("/beds", h);
app.listen(80);
