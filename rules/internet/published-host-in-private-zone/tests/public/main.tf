resource "aws_route53_zone" "this" {
  name = "wards.nhs.uk"
}
