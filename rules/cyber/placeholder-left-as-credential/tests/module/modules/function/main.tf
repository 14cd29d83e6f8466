variable "variables" {
  type    = map(string)
  default = {}
}

variable "name" {
  type = string
}

resource "aws_lambda_function" "this" {
  function_name = var.name

  environment {
    variables = merge({ STAGE = "live" }, var.variables)
  }
}
