resource "aws_lb" "web" {
  name     = "web"
  internal = false
}

# Behind the public one: what is inside may be closed.
resource "aws_lb" "api" {
  name     = "api"
  internal = true
}

resource "aws_api_gateway_rest_api" "api" {
  name                         = "api"
  disable_execute_api_endpoint = true
}
