// review: predictable-random-for-a-token-or-session
const sessionId = Math.random().toString(36).slice(2);
// review: predictable-random-for-a-token-or-session
const nonce = `${Math.random()}`;
// ok: predictable-random-for-a-token-or-session
const user = { csrfToken: `${Math.random()}` };
const colour = Math.floor(Math.random() * 255);

function busy() {
  // ok: predictable-random-for-a-token-or-session
  const token = Math.random();
  waiting.push(token);
  return token;
}
// review: predictable-random-for-a-token-or-session
const token = Math.random().toString(16);
// ok: predictable-random-for-a-token-or-session
const sessionToken = crypto.randomUUID();
