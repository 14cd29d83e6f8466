const app = require("express")();
app.get("/patients/:id", h);
app.get("/login", h);
app.listen(80);
