const app = require("express")();
app.get("/patients", (request, response) => response.json([]));
