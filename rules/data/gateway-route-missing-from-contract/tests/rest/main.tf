resource "aws_api_gateway_resource" "wards" {
  rest_api_id = "a1"
  parent_id   = "root"
  path_part   = "wards"
}

resource "aws_api_gateway_resource" "ward" {
  rest_api_id = "a1"
  parent_id   = aws_api_gateway_resource.wards.id
  path_part   = "{id}"
}

resource "aws_api_gateway_resource" "beds" {
  rest_api_id = "a1"
  parent_id   = "root"
  path_part   = "beds"
}

resource "aws_api_gateway_resource" "export" {
  rest_api_id = "a1"
  parent_id   = "root"
  path_part   = "wards-export"
}
