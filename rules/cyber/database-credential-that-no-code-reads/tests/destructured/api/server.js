const app = require("express")();
const { PORT, LEGACY_DB_PASSWORD: password } = process.env;
app.get("/wards", h(password));
app.listen(PORT);
