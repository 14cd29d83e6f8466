const express = require("express");
const app = express();
app.get("/api/opening-hours/:site", (req, res) => res.json(store.find(req.params.site)));
app.listen(8080);
