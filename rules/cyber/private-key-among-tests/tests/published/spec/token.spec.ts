import { sign } from "../src/token";

// The key that the makers of the format print in their own handbook.
const published = `-----BEGIN PRIVATE KEY-----
MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8Inv
entedForThisFixture92l15ubXdWGpVkdzWi9Dr+jxtmCtXtuQnLqsck4NMr1+o
phhT11Ol+lBMGGMDh+U/0EL2RXaHiksotGj7ZOTVBM7ZOjn2DdnD1Ph8fxebsMjF
mRIw0e9yMPRFJzOr01w8gjKs0cyAGFaPgVTTu4rAy3BL2pED8W3NcmLu16jTxVSa
qmQhZJ0WvfgnO0wY+FJUWgcTmXiNyCYvuNrCsxEFOBKU2CKOsUB9cXFmG/n5A4Tf
jnSLi/Z30KuNl4ghWTvWmoJEAiSgMmUEUcnVqycvxWrUjShv/H/sImFYO3lPcTAW
-----END PRIVATE KEY-----`;

// Shortened: only shows what the form looks like.
const shortened = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAfZ63C6nH3d1liTozWRp+1DR1H6OudsKHoq17wYhSU/eNdE1N...\n-----END RSA PRIVATE KEY-----";

describe("token for the appointments service", () => {
  it("is signed", () => expect(sign({ ods: "RX1" }, published)).toMatch(/^ey/));
  it("is refused with half a key", () => expect(() => sign({}, shortened)).toThrow());
});
