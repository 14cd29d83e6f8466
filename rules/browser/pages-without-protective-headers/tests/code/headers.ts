export const headers = [{ key: "Content-Security-Policy", value: "default-src" }];
