resource "aws_lb" "web" {
  internal = false
}

output "info" {
  value = {
    arn = aws_lb.web.arn
  }
}
