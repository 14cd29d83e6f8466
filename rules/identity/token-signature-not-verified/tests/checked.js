const jwt = require('jsonwebtoken');

module.exports = function caller(req, res, next) {
  const raw = (req.headers.authorization || '').replace('Bearer ', '');
  // ok: token-signature-not-verified
  const first = jwt.decode(raw, { complete: true });
  req.user = jwt.verify(raw, keys[first.header.kid], { algorithms: ['RS512'] });
  next();
};
