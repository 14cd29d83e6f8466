class Session {
    boolean open(Claims claims) {
        return claims.authenticationAssuranceLevel >= 2;
    }
}
