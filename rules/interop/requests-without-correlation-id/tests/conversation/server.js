import express from "express";
import { readConversationId } from "./message.js";

const app = express();
app.post("/records", (request, response) => {
  response.json({ conversation: readConversationId(request.body) });
});
app.listen(3000);
