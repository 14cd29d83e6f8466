resource "aws_cloudfront_distribution" "leaflets" {
  enabled = true
  origin {
    domain_name = "leaflets.s3.eu-west-2.amazonaws.com"
    origin_id   = "files"
    s3_origin_config { origin_access_identity = aws_cloudfront_origin_access_identity.leaflets.cloudfront_access_identity_path }
  }
  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "aws_cloudfront_distribution" "pictures" {
  enabled = true
  origin {
    domain_name = "leaflets.s3.eu-west-2.amazonaws.com"
    origin_id   = "files"
    origin_access_control_id = aws_cloudfront_origin_access_control.leaflets.id
  }
  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD", "OPTIONS"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "aws_cloudfront_distribution" "with_program" {
  enabled = true
  origin {
    domain_name = "leaflets.s3.eu-west-2.amazonaws.com"
    origin_id   = "files"
    s3_origin_config { origin_access_identity = aws_cloudfront_origin_access_identity.leaflets.cloudfront_access_identity_path }
  }
  origin {
    domain_name = "api.example.org"
    origin_id   = "api"
    custom_origin_config {
      origin_protocol_policy = "https-only"
    }
  }
  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "aws_cloudfront_distribution" "with_function" {
  enabled = true
  origin {
    domain_name = "leaflets.s3.eu-west-2.amazonaws.com"
    origin_id   = "files"
    s3_origin_config { origin_access_identity = aws_cloudfront_origin_access_identity.leaflets.cloudfront_access_identity_path }
  }
  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
    lambda_function_association {
      event_type = "viewer-request"
      lambda_arn = aws_lambda_function.sign_in.qualified_arn
    }
  }
}

resource "aws_cloudfront_distribution" "with_uploads" {
  enabled = true
  origin {
    domain_name = "leaflets.s3.eu-west-2.amazonaws.com"
    origin_id   = "files"
    s3_origin_config { origin_access_identity = aws_cloudfront_origin_access_identity.leaflets.cloudfront_access_identity_path }
  }
  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
  }
  ordered_cache_behavior {
    path_pattern           = "/uploads/*"
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "https-only"
  }
}

resource "aws_cloudfront_distribution" "takes_forms" {
  enabled = true
  origin {
    domain_name = "leaflets.s3.eu-west-2.amazonaws.com"
    origin_id   = "files"
    s3_origin_config { origin_access_identity = aws_cloudfront_origin_access_identity.leaflets.cloudfront_access_identity_path }
  }
  default_cache_behavior {
    target_origin_id       = "files"
    allowed_methods        = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
  }
}
