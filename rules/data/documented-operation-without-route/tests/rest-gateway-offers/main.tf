resource "aws_api_gateway_resource" "r0" {
  rest_api_id = "a"
  parent_id   = "p"
  path_part   = "theatres"
}

resource "aws_api_gateway_resource" "r1" {
  rest_api_id = "a"
  parent_id   = "p"
  path_part   = "{theatre}"
}

