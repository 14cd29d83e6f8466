router.get('/letters', async (req, res) => {
  // review: user-taken-from-a-header
  const user = await users.find(req.get('x-user-id'));
  const trace = req.get('x-correlation-id');
  res.json(await letters.of(user));
});
