// ruleid: old-tls-in-code
const old = https.createServer({ minVersion: "TLSv1" }, app);
// ok: old-tls-in-code
const good = https.createServer({ minVersion: "TLSv1.2" }, app);
