resource "aws_instance" "app_dev" {
  ami           = "ami-0abc"
  instance_type = "m6i.large"
  tags = {
    Environment = "dev"
  }
}

resource "aws_scheduler_schedule" "night" {
  schedule_expression = "cron(0 19 * * ? *)"
  target {
    arn      = "arn:aws:lambda:eu-west-2:111122223333:function:import"
    role_arn = "arn:aws:iam::111122223333:role/night"
  }
}
