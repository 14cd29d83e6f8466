const app = require("express")();
app.get("/wards", h);
app.listen(process.env.PORT);
