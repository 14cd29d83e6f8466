const bcrypt = require("bcrypt");
exports.signIn = async (request, response) => response.json(await bcrypt.compare(request.body.password, user.hash));
