const express = require("express");
const app = express();
app.use(require("./staff").requireAuth);
app.use(require("./patients"));
app.listen(80);
