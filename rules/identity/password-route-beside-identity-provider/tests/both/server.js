const bcrypt = require("bcrypt");
const app = require("express")();
app.post("/login", async (request, response) => {
  response.json(await bcrypt.compare(request.body.password, user.hash));
});
