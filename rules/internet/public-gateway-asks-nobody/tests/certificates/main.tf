# Who calls shows a certificate.
resource "aws_api_gateway_domain_name" "referrals" {
  domain_name = "referrals.example.nhs.uk"

  mutual_tls_authentication {
    truststore_uri = "s3://${aws_s3_bucket.trust.id}/store.pem"
  }
}

resource "aws_s3_bucket" "trust" {
  bucket_prefix = "trust-"
}

resource "aws_api_gateway_rest_api" "referrals" {
  name                         = "referrals"
  disable_execute_api_endpoint = true
}

resource "aws_api_gateway_base_path_mapping" "referrals" {
  api_id      = aws_api_gateway_rest_api.referrals.id
  domain_name = aws_api_gateway_domain_name.referrals.domain_name
  stage_name  = "live"
}

resource "aws_api_gateway_method" "referrals" {
  rest_api_id   = aws_api_gateway_rest_api.referrals.id
  resource_id   = "abc"
  http_method   = "POST"
  authorization = "NONE"
}
