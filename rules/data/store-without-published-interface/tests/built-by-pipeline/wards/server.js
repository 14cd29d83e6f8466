const app = require("express")();
app.get("/wards", h);
app.listen(80);
