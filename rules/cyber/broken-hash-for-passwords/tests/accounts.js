const crypto = require("crypto");

function kept(password, body) {
  // ruleid: broken-hash-for-passwords
  const old = crypto.createHash("md5").update(password).digest("hex");
  // ok: broken-hash-for-passwords
  const tag = crypto.createHash("md5").update(body).digest("hex");
  return [old, tag];
}

function strong(password) {
  // ok: broken-hash-for-passwords
  return crypto.createHash("sha512").update(password).digest("hex");
}
