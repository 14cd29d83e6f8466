resource "aws_cloudwatch_log_group" "gateway" {
  name = "gateway"
}
