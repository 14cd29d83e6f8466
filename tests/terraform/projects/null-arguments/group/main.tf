variable "protocol" {
  type     = string
  default  = "HTTPS"
  nullable = false
}
variable "port" {
  type    = number
  default = 443
}
variable "health" {
  type    = object({ path = optional(string, "/healthz"), matcher = optional(string), interval = optional(number, 30) })
  default = {}
}
resource "aws_lb_target_group" "this" {
  name        = "tg-${lower(var.protocol)}-${coalesce(var.port, 1)}"
  port        = coalesce(var.port, 8443)
  protocol    = var.protocol
  target_type = "ip"
  vpc_id      = "vpc-0a1b2c3d"
  health_check {
    path     = var.health.path
    matcher  = var.health.matcher
    interval = var.health.interval
  }
}
