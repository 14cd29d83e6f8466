const app = require("express")();
app.get("/patients/:id", h);
app.get("/health", h);
app.listen(80);
