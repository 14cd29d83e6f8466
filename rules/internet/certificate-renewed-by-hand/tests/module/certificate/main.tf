variable "name" {}
variable "method" {
  default = "DNS"
}

resource "aws_acm_certificate" "this" {
  domain_name       = var.name
  validation_method = var.method
}
