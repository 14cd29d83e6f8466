class Unsigned {
    // A partner wants the token so; nobody is believed by it.
    String written(String issuer) {
        // ok: token-signature-not-verified
        return JWT.create().withIssuer(issuer).sign(Algorithm.none());
    }

    DecodedJWT read(String token) {
        // ruleid: token-signature-not-verified
        return JWT.require(Algorithm.none()).build().verify(token);
    }
}
