const express = require("express");
const app = express();
app.get("/locations/:id/accessibility", (request, response) => response.json({lift: true}));
app.listen(3000);
