const jwt = require('jsonwebtoken');

module.exports = function caller(req, res, next) {
  const raw = (req.headers.authorization || '').replace('Bearer ', '');
  // ruleid: token-signature-not-verified
  req.user = jwt.decode(raw);
  next();
};
