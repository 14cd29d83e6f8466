variable "key" { type = string }
variable "size" { type = number }

resource "aws_ssm_parameter" "inner" {
  for_each = toset([for n in range(var.size) : "${var.key}/${n}"])
  name     = "/inner/${sha1(each.key)}"
  type     = "String"
  value    = title(each.key)
}

output "made" { value = length(aws_ssm_parameter.inner) }
