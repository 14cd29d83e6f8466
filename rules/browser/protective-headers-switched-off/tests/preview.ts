if (process.env.NODE_ENV !== "production") {
  // ok: protective-headers-switched-off
  app.use(helmet({ contentSecurityPolicy: false }));
}
