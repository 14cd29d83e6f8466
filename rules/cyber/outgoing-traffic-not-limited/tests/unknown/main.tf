variable "cidrs" {
  type = list(string)
}

resource "aws_security_group_rule" "a" {
  type        = "egress"
  protocol    = "-1"
  cidr_blocks = var.cidrs
}
