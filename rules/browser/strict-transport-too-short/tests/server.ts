// ruleid: strict-transport-too-short
app.use(helmet({ hsts: { maxAge: 3600 } }));
// ok: strict-transport-too-short
app.use(helmet({ strictTransportSecurity: { maxAge: 60 * 60 * 24 * 365 } }));
// ruleid: strict-transport-too-short
res.setHeader("Strict-Transport-Security", "max-age=0");
