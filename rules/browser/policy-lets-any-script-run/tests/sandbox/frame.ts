const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "connect-src 'none'",
].join("; ");

export function frame(code: string) {
  return {
    sandbox: "allow-scripts",
    srcDoc: `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${code}</script>`,
  };
}
