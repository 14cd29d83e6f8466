app.post('/login', async (req, res) => {
  const user = await users.findOne({ name: req.body.name });
  // ruleid: password-kept-in-clear
  if (user && user.password == req.body.password) {
    res.json(user);
  }
});
