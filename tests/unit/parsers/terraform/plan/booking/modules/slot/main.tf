variable "length" {
  type = number
}

variable "register" {
  type = string
}

resource "terraform_data" "this" {
  input = jsonencode({ length = var.length, register = var.register })
}

resource "terraform_data" "follows" {
  triggers_replace = [terraform_data.this.id]
}

output "policy" {
  value = terraform_data.this.output
}
