variable "headers_policy" {
  type    = string
  default = null
}
variable "unknown_policy" {
  type = string
}

# review: edge-serves-pages-without-headers
resource "aws_cloudfront_distribution" "bare" {
  default_root_object = "index.html"
  default_cache_behavior {
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "aws_cloudfront_distribution" "cors" {
  custom_error_response {
    error_code         = 404
    response_page_path = "/index.html"
  }
  default_cache_behavior {
    # review: edge-serves-pages-without-headers
    response_headers_policy_id = "60669652-455b-4ae9-85a4-c4c02393f86c"
  }
}

resource "aws_cloudfront_distribution" "optional" {
  default_root_object = "index.html"
  default_cache_behavior {
    # review: edge-serves-pages-without-headers
    response_headers_policy_id = var.headers_policy
    function_association {
      event_type   = "viewer-request"
      function_arn = "a"
    }
    lambda_function_association {
      event_type = "origin-request"
      lambda_arn = "a"
    }
  }
}

resource "aws_cloudfront_distribution" "unknown" {
  default_root_object = "index.html"
  default_cache_behavior {
    # open: edge-serves-pages-without-headers
    response_headers_policy_id = var.unknown_policy
  }
}

resource "aws_cloudfront_distribution" "policy" {
  default_root_object = "index.html"
  default_cache_behavior {
    # ok: edge-serves-pages-without-headers
    response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
  }
}

resource "aws_cloudfront_response_headers_policy" "pages" {
  name = "pages"
}

resource "aws_cloudfront_distribution" "own" {
  default_root_object = "index.html"
  default_cache_behavior {
    # ok: edge-serves-pages-without-headers
    response_headers_policy_id = aws_cloudfront_response_headers_policy.pages.id
  }
}

# ok: edge-serves-pages-without-headers
resource "aws_cloudfront_distribution" "function" {
  default_root_object = "index.html"
  default_cache_behavior {
    function_association {
      event_type   = "viewer-response"
      function_arn = "arn:aws:cloudfront::111111111111:function/headers"
    }
  }
}

# ok: edge-serves-pages-without-headers
resource "aws_cloudfront_distribution" "lambda" {
  default_root_object = "index.html"
  default_cache_behavior {
    lambda_function_association {
      event_type = "origin-response"
      lambda_arn = "arn:aws:lambda:us-east-1:111111111111:function:headers:1"
    }
  }
}

# An API, or downloads: nothing is said.
resource "aws_cloudfront_distribution" "api" {
  default_cache_behavior {
    viewer_protocol_policy = "https-only"
  }
  custom_error_response {
    error_code         = 503
    response_page_path = "/sorry.json"
  }
}

# review: edge-serves-pages-without-headers
resource "google_compute_backend_bucket" "bare" {
  bucket_name             = "pages"
  enable_cdn              = true
  custom_response_headers = ["Cache-Control: no-store"]
}

# ok: edge-serves-pages-without-headers
resource "google_compute_backend_bucket" "kept" {
  bucket_name             = "pages"
  enable_cdn              = true
  custom_response_headers = ["Cache-Control: no-store", "X-Frame-Options: DENY"]
}

resource "google_compute_backend_bucket" "internal" {
  bucket_name = "exports"
}
