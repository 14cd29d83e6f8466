export function known(user: User, password: string): boolean {
  // ok: password-compared-with-itself
  if (user.password === password.trim()) { return true; }
  // ok: password-compared-with-itself
  if (password === passwordAgain) { return false; }
  // ruleid: password-compared-with-itself
  return user.passwordHash === user.passwordHash;
}
