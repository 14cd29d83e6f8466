variable "phrase" {
  type      = string
  sensitive = true
}
variable "host" { type = string }
resource "aws_ssm_parameter" "phrase" {
  name        = "/child/phrase"
  type        = "SecureString"
  value       = var.phrase
  description = "For ${var.host}"
}
output "phrase" {
  value     = var.phrase
  sensitive = true
}
output "length" {
  value     = length(var.host)
  sensitive = true
}
output "host" { value = var.host }
