data "archive_file" "records" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "records.zip"
}

resource "aws_lambda_function" "records" {
  function_name = "records"
  filename      = data.archive_file.records.output_path
  handler       = "app.handler"
  runtime       = "python3.13"
  role          = "arn:aws:iam::123456789012:role/records"
}

resource "aws_apigatewayv2_api" "records" {
  name          = "records"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "records" {
  api_id           = aws_apigatewayv2_api.records.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.records.invoke_arn
}

resource "aws_apigatewayv2_route" "all" {
  api_id    = aws_apigatewayv2_api.records.id
  route_key = "ANY /{proxy+}"
  target    = "integrations/${aws_apigatewayv2_integration.records.id}"
}

resource "azurerm_api_management" "front" {
  name = "front"
}
