resource "aws_api_gateway_rest_api" "letters" {
  name = "letters"
}

# ruleid: entry-without-access-log
resource "aws_api_gateway_deployment" "makes_its_stage" {
  rest_api_id = aws_api_gateway_rest_api.letters.id
  stage_name  = "live"
}

# Its stage is a block of its own.
resource "aws_api_gateway_deployment" "plain" {
  rest_api_id = aws_api_gateway_rest_api.letters.id
}

# ok: entry-without-access-log
resource "aws_api_gateway_stage" "logged" {
  rest_api_id   = aws_api_gateway_rest_api.letters.id
  deployment_id = aws_api_gateway_deployment.plain.id
  stage_name    = "live"
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.letters.arn
    format          = "{}"
  }
}

resource "aws_cloudwatch_log_group" "letters" {
  name = "letters"
}
