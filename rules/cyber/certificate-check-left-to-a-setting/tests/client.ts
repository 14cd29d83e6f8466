export function agent(options: Options) {
  if (options.allowSelfSigned) {
    // review: certificate-check-left-to-a-setting
    options.rejectUnauthorized = false;
  }
  if (process.env.NODE_ENV !== "production") {
    // ok: certificate-check-left-to-a-setting
    options.rejectUnauthorized = false;
  }
  return options;
}
