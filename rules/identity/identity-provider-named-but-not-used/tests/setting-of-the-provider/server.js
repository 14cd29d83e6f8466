const app = require("express")();
app.get("/patients", (request, response) => response.json([]));
const issuer = process.env.CIS2_ISSUER_URL;
app.get("/session", (request, response) => response.redirect(`${issuer}/authorize`));
