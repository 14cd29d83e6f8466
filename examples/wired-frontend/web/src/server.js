import express from "express";

import { occupancy } from "./board.js";

const app = express();

app.get("/board", async (request, response) => {
  response.json(await occupancy(request.query.ward));
});

app.use(express.static("dist"));
app.listen(3000);
