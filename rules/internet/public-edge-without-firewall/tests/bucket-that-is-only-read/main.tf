resource "aws_s3_bucket" "leaflets" {
  bucket = "leaflets"
}

resource "aws_cloudfront_origin_access_identity" "leaflets" {}

data "aws_iam_policy_document" "leaflets" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.leaflets.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = [aws_cloudfront_origin_access_identity.leaflets.iam_arn]
    }
  }
}

resource "aws_s3_bucket_policy" "leaflets" {
  bucket = aws_s3_bucket.leaflets.id
  policy = data.aws_iam_policy_document.leaflets.json
}

resource "aws_cloudfront_distribution" "leaflets" {
  enabled = true
  origin {
    domain_name = aws_s3_bucket.leaflets.bucket_regional_domain_name
    origin_id   = "files"
    s3_origin_config {
      origin_access_identity = aws_cloudfront_origin_access_identity.leaflets.cloudfront_access_identity_path
    }
  }
  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
  }
}
