package hub

func issuerOf(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	// review: token-read-before-verification
	_, _, err := parser.ParseUnverified(raw, &claims)
	return claims.Issuer, err
}
