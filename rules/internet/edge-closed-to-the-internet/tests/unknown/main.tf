resource "aws_lb" "web" {
  name     = "web"
  internal = var.internal
}

variable "internal" {
  type = bool
}
