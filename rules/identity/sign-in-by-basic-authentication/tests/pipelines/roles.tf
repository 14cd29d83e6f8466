locals {
  deploy_oidc_issuer = "https://token.actions.githubusercontent.com"
  oidc_issuer        = "https://sign-in.example"
}
