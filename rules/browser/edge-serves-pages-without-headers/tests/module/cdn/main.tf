variable "policy" {
  type    = string
  default = ""
}
resource "aws_cloudfront_distribution" "this" {
  default_root_object = "index.html"
  default_cache_behavior {
    response_headers_policy_id = var.policy
  }
}
