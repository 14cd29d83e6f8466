resource "aws_ssm_parameter" "zone" {
  name  = "zone"
  type  = "String"
  value = "wards.nhs.uk"
}
