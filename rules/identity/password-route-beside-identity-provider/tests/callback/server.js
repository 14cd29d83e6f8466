const bcrypt = require("bcrypt");
const app = require("express")();
app.get("/callback", finish);
app.post("/records/unlock", async (request, response) => response.json(await bcrypt.compare(request.body.pin, record.hash)));
