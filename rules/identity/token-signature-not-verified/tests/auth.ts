// A renewal: the signature is checked.
// ok: token-signature-not-verified
const claims = jwt.verify(token, key, { ignoreExpiration: true });
// ok: token-signature-not-verified
const keys = createRemoteJWKSet(new URL(issuer + '/jwks'));
// ok: token-signature-not-verified
const shown = { display: 'none' };
