resource "aws_instance" "app_dev" {
  ami           = "ami-0abc"
  instance_type = "m6i.large"
  tags = {
    Environment = "dev"
  }
}

resource "aws_cloudwatch_event_rule" "night" {
  name                = "stop-instances-at-night"
  schedule_expression = "cron(0 19 * * ? *)"
}
