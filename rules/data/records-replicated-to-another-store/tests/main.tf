# review: records-replicated-to-another-store
resource "aws_dms_replication_task" "everything" {
  replication_task_id = "everything"
  migration_type      = "full-load-and-cdc"
}

# A move, not a standing copy.
# ok: records-replicated-to-another-store
resource "aws_dms_replication_task" "move" {
  replication_task_id = "move"
  migration_type      = "full-load"
}

# open: records-replicated-to-another-store
resource "aws_dms_replication_task" "given" {
  replication_task_id = "given"
  migration_type      = var.kind
}

variable "kind" {}
