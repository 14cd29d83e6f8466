if (process.env.NODE_ENV !== "production") {
  // ok: protective-headers-switched-off
  app.use(helmet({ contentSecurityPolicy: false }));
}
if (process.env.NODE_ENV != "production") {
  // ok: protective-headers-switched-off
  app.use(helmet({ contentSecurityPolicy: false }));
}
if (process.env.NODE_ENV === "development") {
  // ok: protective-headers-switched-off
  app.use(helmet({ contentSecurityPolicy: false }));
}
if (process.env.NODE_ENV == "development") {
  // ok: protective-headers-switched-off
  app.use(helmet({ contentSecurityPolicy: false }));
}
if (process.env.NODE_ENV === "production") {
  // ruleid: protective-headers-switched-off
  app.use(helmet({ contentSecurityPolicy: false }));
}
