const app = require("express")();

app.get("/beds", (request, response) => response.json([]));
