if (process.env.NODE_ENV === "production") {
  // ruleid: certificate-check-switched-off
  options.ssl = { rejectUnauthorized: false };
}
if (process.env.NODE_ENV !== "production") {
  // ok: certificate-check-switched-off
  options.ssl = { rejectUnauthorized: false };
}
if (settings.allowSelfSigned) {
  // ok: certificate-check-switched-off
  options.ssl = { rejectUnauthorized: false };
}
