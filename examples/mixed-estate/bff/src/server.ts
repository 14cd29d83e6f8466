import express from "express";
import session from "express-session";
import nunjucks from "nunjucks";

import { tasks } from "./routes/tasks";
import { ward } from "./routes/ward";

const app = express();

nunjucks.configure("src/views", { autoescape: true, express: app });
app.use(
  session({
    secret: process.env.SESSION_SECRET ?? "",
    resave: false,
    saveUninitialized: false,
    cookie: { secure: false },
  }),
);

app.get("/healthz", (_request, response) => {
  response.send("ok");
});
app.use("/ward", ward);
app.use("/tasks", tasks);

app.listen(3000);
