import express from "express";
import session from "express-session";

const app = express();
app.use(
  // ruleid: cookie-flags-switched-off
  session({
    secret: process.env.SESSION_SECRET ?? "",
    resave: false,
    cookie: { secure: false },
  }),
);
app.use(
  // ok: cookie-flags-switched-off
  session({ secret: process.env.SESSION_SECRET ?? "", cookie: { secure: true, httpOnly: true } }),
);
