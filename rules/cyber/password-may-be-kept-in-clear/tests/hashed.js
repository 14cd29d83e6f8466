const bcrypt = require('bcryptjs');

async function signIn(user, password) {
  // ok: password-may-be-kept-in-clear
  return bcrypt.compare(password, user.password);
}
function same(user, password) {
  // ok: password-may-be-kept-in-clear
  return user.password === password;
}
