const app = require("express")();
app.get("/wards", all);
app.listen(80);
