import express from "express";
import { callerOf } from "./caller";

const app = express();
app.get("/referrals", (request, response) => response.json(referrals.of(callerOf(request.headers.authorization))));
app.listen(8080);
