resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_route53_zone" "this" {
  name = "wards.nhs.uk"
  vpc {
    vpc_id = aws_vpc.main.id
  }
}

variable "public_zone" { type = string }

data "aws_route53_zone" "public" {
  name = var.public_zone
}
