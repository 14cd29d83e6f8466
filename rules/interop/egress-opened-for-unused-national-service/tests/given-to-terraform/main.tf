variable "pds_base_url" {
  type = string
}

resource "aws_ssm_parameter" "pds" {
  name  = "pds"
  type  = "String"
  value = var.pds_base_url
}
