const isDevelopment = process.env.NODE_ENV === 'development';
if (process.env.NODE_ENV !== 'production') {
  app.use(helmet({ contentSecurityPolicy: { directives: {
    scriptSrc: ["'self'", "'unsafe-inline'"],
  } } }));
} else {
  app.use(helmet({ contentSecurityPolicy: { directives: {
    // ruleid: policy-lets-any-script-run
    scriptSrc: ["'self'", "'unsafe-inline'"],
  } } }));
}
if (isDevelopment) {
  response.setHeader('Content-Security-Policy', "script-src 'self' 'unsafe-inline'");
}
if (process.env.NODE_ENV === 'production') {
  // ruleid: policy-lets-any-script-run
  response.setHeader('Content-Security-Policy', "script-src 'self' 'unsafe-inline'");
}
const directives = {
  scriptSrc: ["'self'", ...(isDevelopment ? ["'unsafe-eval'", "'unsafe-inline'"] : [])],
};
const policy = isDevelopment
  ? "script-src 'self' 'unsafe-inline'"
  // ok: policy-lets-any-script-run
  : "script-src 'self'";
// ruleid: policy-lets-any-script-run
const turned = !isDevelopment ? "script-src 'self' 'unsafe-inline'" : "script-src 'self'";
const listed = {
  // ruleid: policy-lets-any-script-run
  scriptSrc: ["'self'", "'unsafe-inline'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
};
if (process.env.NODE_ENV === "development") {
  response.setHeader('Content-Security-Policy', "script-src 'self' 'unsafe-inline'");
}
const oneLine = isDevelopment ? "script-src 'self' 'unsafe-inline'" : strict;
// ruleid: policy-lets-any-script-run
const both = "script-src 'self' 'unsafe-inline'" + (isDevelopment ? " 'unsafe-eval'" : "");
const unlessLive = { scriptSrc: ["'self'", ...(!isProduction ? ["'unsafe-inline'"] : [])] };
// ruleid: policy-lets-any-script-run
const ifLive = { scriptSrc: ["'self'", ...(isProduction ? ["'unsafe-inline'"] : [])] };
// ruleid: policy-lets-any-script-run
const ifNotLocal = { scriptSrc: ["'self'", ...(!isDevelopment ? ["'unsafe-inline'"] : [])] };
