const isLocal = process.env.STAGE === "local";
// ok: certificate-check-switched-off
export const pool = new Pool({ ssl: isLocal ? { rejectUnauthorized: false } : { ca } });
// ok: certificate-check-switched-off
export const other = new Pool({ ssl: process.env.NODE_ENV !== "production" ? { rejectUnauthorized: false } : { ca } });
// ruleid: certificate-check-switched-off
export const live = new Pool({ ssl: process.env.NODE_ENV === "production" ? { rejectUnauthorized: false } : false });
// ruleid: certificate-check-switched-off
export const asked = new Pool({ ...(process.env.DB_SSL === "true" && { ssl: { rejectUnauthorized: false } }) });
// ok: certificate-check-switched-off
export const server = https.createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, app);
