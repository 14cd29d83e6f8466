resource "aws_api_gateway_resource" "t" {
  rest_api_id = "a"
  parent_id   = "p"
  path_part   = "theatres"
}
