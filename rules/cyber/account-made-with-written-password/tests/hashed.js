// ok: account-made-with-written-password
db.users.insertMany([
  {name: 'rota', password: '$2b$12$Q7JtF0q0h3f5w5cR1H9YruB', email: 'rota@example.org'},
]);
// ok: account-made-with-written-password
db.users.createIndex({name: 1}, {unique: true});
