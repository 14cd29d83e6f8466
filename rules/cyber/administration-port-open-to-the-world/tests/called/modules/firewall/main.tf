variable "sources" {
  type = list(string)
}

variable "rules" {
  type    = map(object({ port = number }))
  default = { one = { port = 3389 } }
}

resource "aws_security_group" "this" {
  name = "module"
  dynamic "ingress" {
    for_each = var.rules
    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = var.sources
    }
  }
}
