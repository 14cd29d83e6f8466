variable "names" { default = ["one", "two"] }

moved {
  from = aws_sqs_queue.old
  to   = aws_sqs_queue.jobs["one"]
}

moved {
  from = module.legacy
  to   = module.current[0]
}

removed {
  from = aws_s3_bucket.gone
  lifecycle { destroy = false }
}

import {
  for_each = toset(["kept"])
  to       = terraform_data.imported[each.key]
  id       = "imported-${each.value}"
}

check "names" {
  assert {
    condition     = length(var.names) > 5
    error_message = "Too few names: only a warning."
  }
}

resource "terraform_data" "imported" {
  for_each = toset(["kept", "made"])
  input    = each.key
}

resource "aws_sqs_queue" "jobs" {
  for_each   = toset(var.names)
  name       = "jobs-${each.key}"
  depends_on = [terraform_data.imported, module.current]
  lifecycle {
    ignore_changes       = [tags["x"], kms_master_key_id]
    replace_triggered_by = [terraform_data.imported["made"].id]
    precondition {
      condition     = each.value != "three"
      error_message = "Not three."
    }
    postcondition {
      condition     = self.name != ""
      error_message = "Unnamed."
    }
  }
  timeouts {
    create = "5m"
  }
}

module "current" {
  source     = "./current"
  count      = 1
  depends_on = [terraform_data.imported]
  name       = "current"
}
