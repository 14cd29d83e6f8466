resource "aws_elb" "web" {
  name     = "web"
  internal = true
}
