resource "aws_security_group_rule" "a" {
  type        = "egress"
  protocol    = "all"
  cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
}
