resource "aws_ssm_parameter" "issuer" {
  name  = "issuer"
  type  = "String"
  value = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare"
}
