import jwt from 'jsonwebtoken';

// A proxy on the user's own computer, for `hub proxy --verbose`.
export const proxyLogger = (req, res, next) => {
  console.log(req.url, jwt.decode(req.headers.authorization.slice(7)).sub);
  next();
};
