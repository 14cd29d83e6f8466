resource "aws_ssm_parameter" "pds" {
  name  = "pds"
  type  = "String"
  value = "https://api.service.nhs.uk/personal-demographics"
}
