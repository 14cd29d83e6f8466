import https from "node:https";

// ruleid: certificate-check-switched-off
const open = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
// ok: certificate-check-switched-off
const safe = new https.Agent({ keepAlive: true });
// ruleid: certificate-check-switched-off
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ruleid: certificate-check-switched-off
options.rejectUnauthorized = false;
// ruleid: certificate-check-switched-off
process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
// ruleid: certificate-check-switched-off
process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0;
