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
// ok: certificate-check-switched-off
const tunnel = new Client({ host: "127.0.0.1", port: 65432, ssl: { rejectUnauthorized: false } });
// ok: certificate-check-switched-off
const beside = new https.Agent({ host: "localhost", rejectUnauthorized: false });
const away = new Client({
  host: "records.wards.example",
  // ruleid: certificate-check-switched-off
  ssl: { rejectUnauthorized: false },
});
