resource "aws_api_gateway_rest_api" "care" {
  name = "care"
}

resource "aws_api_gateway_authorizer" "staff" {
  name           = "staff"
  rest_api_id    = aws_api_gateway_rest_api.care.id
  authorizer_uri = "arn:aws:apigateway:eu-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-2:111122223333:function:staff/invocations"
}

resource "aws_ssm_parameter" "issuer" {
  name  = "issuer"
  type  = "String"
  value = "https://am.nhsidentity.spineservices.nhs.uk:443/openam/oauth2/realms/root/realms/NHSIdentity/realms/Healthcare"
}
