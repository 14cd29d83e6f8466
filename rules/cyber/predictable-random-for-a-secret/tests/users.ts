export function generatePassword(length: number): string {
  let made = "";
  for (let i = 0; i < length; i++) {
    // ruleid: predictable-random-for-a-secret
    made += letters[Math.floor(Math.random() * letters.length)];
  }
  return made;
}

const makeResetCode = () => {
  // ruleid: predictable-random-for-a-secret
  return String(Math.random()).slice(2, 8);
};

function resetPassword(user) {
  return user;
}

function colour() {
  // ok: predictable-random-for-a-secret
  return Math.random();
}
