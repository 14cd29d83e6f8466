export function started(options: Options) {
  const { database, user, password } = options;
  // ok: password-written-to-log
  console.log(`database ${database} for ${user}`);
  // ok: password-written-to-log
  console.log(`    Password: ${password}`);
}
