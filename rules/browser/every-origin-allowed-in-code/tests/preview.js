if (process.env.NODE_ENV !== "production") {
  // ok: every-origin-allowed-in-code
  app.use(cors({ origin: true, credentials: true }));
}
if (process.env.NODE_ENV != "production") {
  // ok: every-origin-allowed-in-code
  app.use(cors({ origin: true, credentials: true }));
}
if (process.env.NODE_ENV === "development") {
  // ok: every-origin-allowed-in-code
  app.use(cors({ origin: true, credentials: true }));
}
if (process.env.NODE_ENV == "development") {
  // ok: every-origin-allowed-in-code
  app.use(cors({ origin: true, credentials: true }));
}
if (process.env.NODE_ENV === "production") {
  // ruleid: every-origin-allowed-in-code
  app.use(cors({ origin: true, credentials: true }));
}
