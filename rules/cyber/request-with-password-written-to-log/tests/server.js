app.post('/login', (req, res) => {
  // review: request-with-password-written-to-log
  req.log.info('login', req.body);
  if (!req.body.name || !req.body.password) {
    res.status(400).end();
  }
});
