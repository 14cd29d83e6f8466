router.post('/sign-in', async (req, res) => {
  // ok: request-with-password-written-to-log
  logger.info('sign-in', req.body.name);
  await check(req.body.name, req.body.password);
});
