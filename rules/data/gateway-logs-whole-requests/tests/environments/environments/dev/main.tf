resource "aws_api_gateway_method_settings" "wards" {
  rest_api_id = "a"
  stage_name  = "v1"
  method_path = "*/*"
  settings {
    data_trace_enabled = true
    logging_level      = "INFO"
  }
}
