import crypto from "crypto";

// ruleid: broken-or-weak-cipher
const old = crypto.createCipheriv("des-ede3-cbc", key, iv);
// ruleid: broken-or-weak-cipher
const book = crypto.createCipheriv("aes-256-ecb", key, null);
// ruleid: broken-or-weak-cipher
const zero = crypto.createCipheriv("aes-256-cbc", key, Buffer.alloc(16, 0));
// ruleid: broken-or-weak-cipher
const bare = crypto.createCipher("aes192", password);
// ruleid: broken-or-weak-cipher
const web = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
const fresh = crypto.createCipheriv("aes-256-cbc", key, crypto.randomBytes(16));
// ok: broken-or-weak-cipher
const good = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
