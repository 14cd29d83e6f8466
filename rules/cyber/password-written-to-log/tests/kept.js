app.post('/notes', (req, res) => {
  // ok: password-written-to-log
  req.log.info('note', req.body);
  // ok: password-written-to-log
  req.log.info('note', req.body.title);
});
