const app = require("express")();
app.get("/flow", (request, response) => response.redirect(process.env.BEDS_URL));
app.listen(80);
