const express = require("express");
const app = express();
app.get("/api/patients/:id", handlers.patient);
app.get("/api/patients/:id/access-log", handlers.readers);
