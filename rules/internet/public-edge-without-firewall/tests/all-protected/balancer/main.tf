resource "aws_lb" "this" {
  internal = false
}

output "arn" {
  value = aws_lb.this.arn
}
