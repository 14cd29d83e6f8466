variable "name" { type = string }
variable "rotate" {
  type    = bool
  default = true
}

resource "aws_kms_key" "this" {
  description         = "Data of ${var.name}"
  enable_key_rotation = var.rotate
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}

output "key_alias" { value = aws_kms_alias.this.name }
output "key_arn" { value = aws_kms_key.this.arn }
