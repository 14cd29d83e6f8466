const app = require("express")();
app.get("/login", (request, response) => response.redirect(client.authorizationUrl()));
