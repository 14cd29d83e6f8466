variable "name" {}
variable "kms" { default = null }
resource "aws_sns_topic" "this" {
  name              = var.name
  kms_master_key_id = var.kms
}
