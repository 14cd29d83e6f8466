router.post('/change', async (req, res) => {
  // review: request-with-password-written-to-log
  logger.debug('change', req.body);
  await change(req.user, req.body.newPassword);
});
