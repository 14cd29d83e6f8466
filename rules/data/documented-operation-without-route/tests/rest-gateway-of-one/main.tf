resource "aws_api_gateway_resource" "wards" {
  rest_api_id = "a"
  parent_id   = "p"
  path_part   = "wards"
}

resource "aws_api_gateway_resource" "ward" {
  rest_api_id = "a"
  parent_id   = aws_api_gateway_resource.wards.id
  path_part   = "{ward}"
}
