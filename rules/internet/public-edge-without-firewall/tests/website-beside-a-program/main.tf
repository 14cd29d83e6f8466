resource "aws_s3_bucket" "pages" {
  bucket = "pages"
}

resource "aws_s3_bucket_website_configuration" "pages" {
  bucket = aws_s3_bucket.pages.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_cloudfront_distribution" "pages" {
  enabled = true
  origin {
    domain_name = aws_s3_bucket_website_configuration.pages.website_endpoint
    origin_id   = "pages"
    custom_origin_config {
      origin_protocol_policy = "http-only"
    }
  }
  origin {
    domain_name = "api.example.nhs.uk"
    origin_id   = "api"
    custom_origin_config {
      origin_protocol_policy = "https-only"
    }
  }
  default_cache_behavior {
    target_origin_id = "pages"
    allowed_methods  = ["GET", "HEAD"]
  }
}
