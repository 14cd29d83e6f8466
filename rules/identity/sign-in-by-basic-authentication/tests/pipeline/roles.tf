locals {
  oidc_issuer = "https://token.actions.githubusercontent.com"
}
