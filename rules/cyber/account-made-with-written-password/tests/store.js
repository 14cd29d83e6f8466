// review: account-made-with-written-password
db.createUser({
  user: 'wards',
  pwd: 'sunflower',
  roles: ['readWrite'],
});
// ok: account-made-with-written-password
db.createUser({user: 'letters', pwd: 'xxxxxxxx', roles: ['readWrite']});
// ok: account-made-with-written-password
db.createUser({
  user: 'letters',
  pwd: '????????',
  roles: ['readWrite'],
});
// ok: account-made-with-written-password
db.users.insertMany([
  {name: 'letters', password: '--------'},
]);
