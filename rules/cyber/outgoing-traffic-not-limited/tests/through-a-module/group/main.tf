variable "rules" {
  type = map(object({ port = number, ranges = list(string) }))
}

resource "aws_security_group" "this" {
  dynamic "egress" {
    for_each = var.rules
    content {
      from_port   = egress.value.port
      to_port     = egress.value.port
      protocol    = "tcp"
      cidr_blocks = egress.value.ranges
    }
  }
}
