db = db.getSiblingDB('staff');
// review: account-made-with-written-password
db.users.insertMany([
  {name: 'rota', password: 'sunflower', email: 'rota@example.org'},
]);
