resource "aws_sns_topic" "alerts" {
  name   = "alerts"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = "sns:Publish", Resource = "*" }] })
}
