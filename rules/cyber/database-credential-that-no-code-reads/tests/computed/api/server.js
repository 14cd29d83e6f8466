const app = require("express")();
const passwordOf = (store) => process.env[`${store}_DB_PASSWORD`];
app.get("/wards", h(passwordOf("LEGACY")));
app.listen(process.env.PORT);
