unrelated = 1
oidc_issuer = "https://sign-in.example"
