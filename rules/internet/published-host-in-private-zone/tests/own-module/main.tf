resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_route53_zone" "inside" {
  name = "wards.nhs.uk"
  vpc {
    vpc_id = aws_vpc.main.id
  }
}
module "dns" {
  source = "./dns-zones"
}
