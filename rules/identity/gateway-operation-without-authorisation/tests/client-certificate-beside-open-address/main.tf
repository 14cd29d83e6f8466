resource "aws_apigatewayv2_api" "letters" {
  name                         = "letters"
  protocol_type                = "HTTP"
}

resource "aws_apigatewayv2_domain_name" "letters" {
  domain_name = "letters.example.nhs.uk"
  domain_name_configuration {
    certificate_arn = var.certificate
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
  mutual_tls_authentication {
    truststore_uri = "s3://${var.truststore}/callers.pem"
  }
}

variable "certificate" {}

variable "truststore" {}

resource "aws_apigatewayv2_route" "letters" {
  api_id    = aws_apigatewayv2_api.letters.id
  route_key = "GET /letters"
}
