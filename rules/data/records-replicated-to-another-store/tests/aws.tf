# review: records-replicated-to-another-store
resource "aws_dms_replication_config" "serverless" {
  replication_config_identifier = "s"
  replication_type              = "cdc"
}

# ok: records-replicated-to-another-store
resource "aws_dms_replication_config" "once" {
  replication_config_identifier = "s"
  replication_type              = "full-load"
}

# review: records-replicated-to-another-store
resource "aws_rds_integration" "warehouse" {
  integration_name = "w"
  source_arn       = aws_rds_cluster.records.arn
  target_arn       = aws_redshiftserverless_namespace.warehouse.arn
}

