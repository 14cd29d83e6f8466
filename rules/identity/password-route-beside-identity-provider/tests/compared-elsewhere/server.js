const accounts = require("./accounts");
const app = require("express")();
app.post("/login", accounts.signIn);
app.get("/login/callback", finish);
