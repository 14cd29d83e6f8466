// ok: predictable-random-for-a-secret
const wardCode = Math.floor(1000 + Math.random() * 9000);
