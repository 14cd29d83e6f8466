// ok: cookie-flags-switched-off
res.cookie("cookie-consent", "yes", { secure: false });
if (process.env.NODE_ENV !== "production") {
  // ok: cookie-flags-switched-off
  app.use(session({ secret, cookie: { secure: false } }));
}
if (process.env.NODE_ENV != "production") {
  // ok: cookie-flags-switched-off
  app.use(session({ secret, cookie: { secure: false } }));
}
if (process.env.NODE_ENV === "development") {
  // ok: cookie-flags-switched-off
  app.use(session({ secret, cookie: { secure: false } }));
}
if (process.env.NODE_ENV == "development") {
  // ok: cookie-flags-switched-off
  app.use(session({ secret, cookie: { secure: false } }));
}
if (process.env.NODE_ENV === "production") {
  // ruleid: cookie-flags-switched-off
  app.use(session({ secret, cookie: { secure: false } }));
}
