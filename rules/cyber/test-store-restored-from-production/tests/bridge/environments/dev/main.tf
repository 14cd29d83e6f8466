resource "aws_db_instance" "records" {
  identifier          = "records"
  instance_class      = "db.t4g.small"
  snapshot_identifier = "records-prod-2026-01-01"
}
