// ok: account-made-with-written-password
db.createUser({
  user: 'wards',
  pwd: process.env.WARDS_PASSWORD,
  roles: ['readWrite'],
});
