// ok: predictable-random-for-a-secret
const sessionId = Math.random().toString(36).slice(2);
// ruleid: predictable-random-for-a-secret
const user = { csrfToken: `${Math.random()}` };
const colour = Math.floor(Math.random() * 255);
// ok: predictable-random-for-a-secret
const good = crypto.randomBytes(32).toString("hex");

function busy() {
  // ok: predictable-random-for-a-secret
  const token = Math.random();
  waiting.push(token);
  return token;
}
// ruleid: predictable-random-for-a-secret
const resetToken = Math.random();
// ok: predictable-random-for-a-secret
const token = Math.random().toString(16);
// ok: predictable-random-for-a-secret
const nonce = `${Math.random()}`;
// ruleid: predictable-random-for-a-secret
const accessToken = Math.random().toString(16);
