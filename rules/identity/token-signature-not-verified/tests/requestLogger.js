const jwt = require("jsonwebtoken");

module.exports = (req, res, next) => {
  // ok: token-signature-not-verified
  req.log = log.child({ user: jwt.decode(req.cookies.token).id });
  next();
};
