app.use((req, res, next) => {
  // review: address-of-caller-grants-access
  if (!allowedIps.includes(req.headers["x-forwarded-for"])) return res.sendStatus(403);
  // review: address-of-caller-grants-access
  if (req.socket.remoteAddress.startsWith("192.168")) return next();
  // ok: address-of-caller-grants-access
  limiter.count(req.ip);
});
