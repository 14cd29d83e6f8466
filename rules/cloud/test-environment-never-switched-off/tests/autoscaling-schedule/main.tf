resource "aws_instance" "app_dev" {
  ami           = "ami-0abc"
  instance_type = "m6i.large"
  tags = {
    Environment = "dev"
  }
}

resource "aws_autoscaling_schedule" "night" {
  scheduled_action_name  = "night"
  autoscaling_group_name = "app"
}
