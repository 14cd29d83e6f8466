export function signedIn(req: Request) {
  // ok: request-with-password-written-to-log
  logger.info('login', redact(req.body), req.body.name);
  return check(req.body.password);
}
