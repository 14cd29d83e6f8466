resource "aws_cloudfront_distribution" "web" {
  default_cache_behavior {
    response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
  }
}
