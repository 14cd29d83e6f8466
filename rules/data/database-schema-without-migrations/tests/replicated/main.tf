resource "aws_dms_replication_task" "beds" {
  replication_task_id = "beds"
  migration_type      = "full-load-and-cdc"
}
