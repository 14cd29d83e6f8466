resource "aws_api_gateway_method" "wards" {
  rest_api_id   = "a"
  resource_id   = "r"
  http_method   = "GET"
  authorization = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_domain_name" "api" {
  domain_name = "api.trust.nhs.uk"
  mutual_tls_authentication {
    truststore_uri = "s3://trust/store.pem"
  }
}
