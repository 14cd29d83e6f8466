import jwt from "jsonwebtoken";

export default function attachLogger(req, res, next) {
  const raw = req.cookies.token;
  // review: token-read-before-verification
  const caller = raw ? jwt.decode(raw) : {};
  req.log = log.child({ user: caller.id });
  next();
}
