class Tokens {
    Claims unchecked(String token) throws InvalidJwtException {
        // ruleid: token-signature-not-verified
        var consumer = new JwtConsumerBuilder().setSkipSignatureVerification().build();
        return consumer.processToClaims(token);
    }

    Claims checked(String token, Key key) {
        // ok: token-signature-not-verified
        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token).getBody();
    }
}
