const express = require("express");
const app = express();
app.get("/accessibility-statement", (request, response) => response.render("static", {text: "statement"}));
app.listen(3000);
