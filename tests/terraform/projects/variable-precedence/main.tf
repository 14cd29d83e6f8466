resource "aws_sqs_queue" "jobs" {
  name                      = join("-", [var.from_default, var.from_tfvars, var.from_tfvars_json])
  message_retention_seconds = var.retention * 60
  tags = merge(var.tags, {
    Auto  = var.from_auto
    Later = var.from_later_auto
    Zones = join(",", var.zones)
  })
}

resource "terraform_data" "all" {
  input = {
    anything = var.anything
    required = var.required
    zones    = var.zones
  }
}

output "queue_name" {
  value = aws_sqs_queue.jobs.name
}

output "retention" {
  value = var.retention
}
