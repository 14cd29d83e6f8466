// ok: callers-known-by-a-shared-key
app.use(auth({ audience: 'letters', issuerBaseURL: process.env.ISSUER }));
// ok: callers-known-by-a-shared-key
const keys = jose.createRemoteJWKSet(new URL(process.env.KEYS));
