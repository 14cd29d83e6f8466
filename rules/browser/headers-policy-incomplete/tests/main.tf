resource "aws_cloudfront_response_headers_policy" "frames" {
  # ruleid: headers-policy-incomplete
  security_headers_config {
    content_type_options { override = true }
  }
}
resource "aws_cloudfront_response_headers_policy" "sniff" {
  # ruleid: headers-policy-incomplete
  security_headers_config {
    frame_options {
      frame_option = "DENY"
      override     = true
    }
  }
}
resource "aws_cloudfront_response_headers_policy" "short" {
  # ruleid: headers-policy-incomplete
  security_headers_config {
    content_type_options { override = true }
    content_security_policy {
      content_security_policy = "default-src 'self'"
      override                = true
    }
    strict_transport_security {
      access_control_max_age_sec = 3600
      override                   = true
    }
  }
}
variable "age" {
  type = number
}
resource "aws_cloudfront_response_headers_policy" "unknown" {
  # open: headers-policy-incomplete
  security_headers_config {
    content_type_options { override = true }
    frame_options {
      frame_option = "DENY"
      override     = true
    }
    strict_transport_security {
      access_control_max_age_sec = var.age
      override                   = true
    }
  }
}
resource "aws_cloudfront_response_headers_policy" "kept" {
  # ok: headers-policy-incomplete
  security_headers_config {
    content_type_options { override = true }
    content_security_policy {
      content_security_policy = "default-src 'self'"
      override                = true
    }
    strict_transport_security {
      access_control_max_age_sec = 31536000
      override                   = true
    }
  }
}
resource "aws_cloudfront_response_headers_policy" "cors" {
  cors_config {
    access_control_allow_credentials = false
  }
}
