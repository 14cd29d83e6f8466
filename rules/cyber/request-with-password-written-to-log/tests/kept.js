app.post('/notes', (req, res) => {
  // ok: request-with-password-written-to-log
  req.log.info('note', req.body);
  // ok: request-with-password-written-to-log
  req.log.info('note', req.body.title);
});
