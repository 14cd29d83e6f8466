variable "protocols" {
  type = list(string)
}

resource "aws_cloudfront_distribution" "this" {
  enabled = true

  origin {
    domain_name = "letters.example.org"
    origin_id   = "letters"

    custom_origin_config {
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = var.protocols
    }
  }
}
