export const headers = [{ key: "Content-Security-Policy-Report-Only", value: "default-src" }];
// X-Frame-Options
