export const authenticate = (req, res, next) => {
  const authorizationKeys = Object.values(config().consumers);
  // review: callers-known-by-a-shared-key
  if (!authorizationKeys.includes(req.get('Authorization'))) {
    res.status(403).end();
    return;
  }
  next();
};
