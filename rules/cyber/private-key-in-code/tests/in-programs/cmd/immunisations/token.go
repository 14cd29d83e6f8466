package main

var signingKey = []byte(`-----BEGIN EC PRIVATE KEY-----
InventedForImmunisationsOpensNothing+SignsNothing/ThisIsNoKey0In
ventedForImmunisationsOpensNothing+SignsNothing/ThisIsNoKey0Inve
ntedForImmunisationsOpensNothing+SignsNothing/ThisIsNoKey0Inve==
-----END EC PRIVATE KEY-----
`)

func token(claims jwt.Claims) (string, error) {
	key, err := jwt.ParseECPrivateKeyFromPEM(signingKey)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodES256, claims).SignedString(key)
}
