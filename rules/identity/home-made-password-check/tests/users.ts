export async function signIn(user: User, given: string) {
  // ruleid: home-made-password-check
  return bcrypt.compare(given, user.passwordHash);
}
// ok: home-made-password-check
const password = process.env.DATABASE_PASSWORD;
