// review: account-made-with-written-password
db.createUser({
  user: 'wards',
  pwd: 'sunflower',
  roles: ['readWrite'],
});
