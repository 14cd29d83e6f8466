resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_route53_zone" "this" {
  name = "wards.nhs.uk"
  vpc {
    vpc_id = aws_vpc.main.id
  }
}

module "public_zone" {
  source  = "terraform-aws-modules/route53/aws//modules/zones"
  version = "5.0.0"
}
