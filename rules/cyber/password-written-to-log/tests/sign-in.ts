export async function signIn(name: string, password: string) {
  // review: password-written-to-log
  console.log(`signing in ${name} with ${password}`);
  // ok: password-written-to-log
  console.log(`the password of ${name} has expired`);
}
