variable "days" { type = number }
output "rules" {
  value = {
    temporary = 7
    audit     = var.days * 36
  }
}
