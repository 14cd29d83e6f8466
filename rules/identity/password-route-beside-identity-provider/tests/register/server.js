const bcrypt = require("bcrypt");
const app = require("express")();
app.post("/reset-password", async (request, response) => {
  response.json(await bcrypt.compare(request.body.password, user.hash));
});
app.get("/records", list);
