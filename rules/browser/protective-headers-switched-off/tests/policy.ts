// ok: protective-headers-switched-off
app.use(helmet({ contentSecurityPolicy: false }));
app.use((request, response, next) => {
  response.setHeader("Content-Security-Policy", `script-src 'nonce-${response.locals.nonce}'`);
  next();
});
