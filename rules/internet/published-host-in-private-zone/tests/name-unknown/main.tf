resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_route53_zone" "this" {
  name = var.zone
  vpc {
    vpc_id = aws_vpc.main.id
  }
}

variable "zone" { type = string }
