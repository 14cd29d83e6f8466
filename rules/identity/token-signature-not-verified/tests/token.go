package hub

func subject(r *http.Request) (string, error) {
	raw := r.Header.Get("X-Token")
	claims := jwt.RegisteredClaims{}
	// ruleid: token-signature-not-verified
	_, _, err := parser.ParseUnverified(raw, &claims)
	return claims.Subject, err
}

func verified(raw string, keys jwt.Keyfunc) (*jwt.Token, error) {
	// ok: token-signature-not-verified
	return parser.ParseWithClaims(raw, &jwt.RegisteredClaims{}, keys)
}
