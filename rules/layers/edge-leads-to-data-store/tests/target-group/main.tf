resource "aws_lb" "records" {
  name               = "records"
  internal           = false
  load_balancer_type = "network"
  subnets            = var.public_subnets
}

resource "aws_lb_listener" "records" {
  load_balancer_arn = aws_lb.records.arn
  port              = 5432
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.records.arn
  }
}

resource "aws_lb_target_group" "records" {
  name        = "records"
  port        = 5432
  protocol    = "TCP"
  target_type = "ip"
  vpc_id      = var.vpc_id
}

resource "aws_lb_target_group_attachment" "records" {
  target_group_arn = aws_lb_target_group.records.arn
  target_id        = var.database_address
}

variable "public_subnets" { type = list(string) }
variable "vpc_id" { type = string }
variable "database_address" { type = string }
