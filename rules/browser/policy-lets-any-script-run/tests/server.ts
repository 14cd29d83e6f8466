app.use(helmet({ contentSecurityPolicy: { directives: {
  // ruleid: policy-lets-any-script-run
  scriptSrc: ["'self'", "'unsafe-inline'"],
  // ok: policy-lets-any-script-run
  styleSrc: ["'self'", "'unsafe-inline'"],
} } }));
app.use(helmet({ contentSecurityPolicy: { directives: {
  // ok: policy-lets-any-script-run
  scriptSrc: ["'self'", (req, res) => `'nonce-${res.locals.nonce}'`, "'unsafe-inline'"],
} } }));
// ok: policy-lets-any-script-run
const policy = `script-src 'self' 'nonce-${nonce}' 'unsafe-inline'`;
// ruleid: policy-lets-any-script-run
const open = "script-src *; img-src *";
// script-src 'self' 'unsafe-inline'
// ok: policy-lets-any-script-run
const styles = { scriptSrc: ["'self'"], note: "img-src *" };
// ok: policy-lets-any-script-run
const fallback = `default-src 'self' 'unsafe-inline' 'sha256-AAAA'`;
