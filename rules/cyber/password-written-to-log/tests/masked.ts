export function signedIn(req: Request) {
  // ok: password-written-to-log
  logger.info('login', redact(req.body.name), mask(req.body, password));
  // ok: password-written-to-log
  logger.debug('typed', req.body.password.length);
  // logger.debug('typed', password);
}
