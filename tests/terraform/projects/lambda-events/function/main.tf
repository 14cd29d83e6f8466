variable "name" { type = string }
variable "settings" {
  type = object({
    memory      = number
    timeout     = number
    runtime     = string
    environment = optional(map(string))
    tracing     = optional(string, "Active")
  })
}
variable "queue_names" { type = list(string) }

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = aws_iam_role.this.arn
  handler       = "${replace(var.name, "-", "_")}.handler"
  runtime       = var.settings.runtime
  filename      = "${path.module}/code.zip"
  memory_size   = var.settings.memory
  timeout       = var.settings.timeout
  tracing_config {
    mode = var.settings.tracing
  }
  dynamic "environment" {
    for_each = length(var.settings.environment) > 0 ? [merge(var.settings.environment, { QUEUES = join(",", var.queue_names) })] : []
    content {
      variables = environment.value
    }
  }
}

resource "aws_iam_role" "this" {
  name               = "${var.name}-function"
  assume_role_policy = file("${path.module}/assume.json")
}

output "name" { value = aws_lambda_function.this.function_name }
