variable "exports" {
  type = list(string)
}

# ruleid: database-log-stays-on-the-server
resource "aws_db_instance" "none" {
  engine = "postgres"
}

resource "aws_rds_cluster" "emptied" {
  engine = "aurora-mysql"
  # ruleid: database-log-stays-on-the-server
  enabled_cloudwatch_logs_exports = []
}

# ok: database-log-stays-on-the-server
resource "aws_rds_cluster" "exported" {
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

# ok: database-log-stays-on-the-server
resource "aws_db_instance" "replica" {
  replicate_source_db = "records"
}

# ok: database-log-stays-on-the-server
resource "aws_rds_cluster" "replica" {
  replication_source_identifier = "arn:aws:rds:eu-west-2:1:cluster:records"
}

resource "aws_docdb_cluster" "unknown" {
  engine = "docdb"
  # open: database-log-stays-on-the-server
  enabled_cloudwatch_logs_exports = var.exports
}

# ruleid: database-log-stays-on-the-server
resource "aws_redshift_cluster" "none" {
  cluster_identifier = "figures"
}

# ok: database-log-stays-on-the-server
resource "aws_redshift_cluster" "old_way" {
  cluster_identifier = "figures"
  logging {
    enable = true
  }
}

# ok: database-log-stays-on-the-server
resource "aws_redshift_cluster" "new_way" {
  cluster_identifier = "figures"
}

resource "aws_redshift_logging" "new_way" {
  cluster_identifier   = aws_redshift_cluster.new_way.id
  log_destination_type = "cloudwatch"
}

# ruleid: database-log-stays-on-the-server
resource "azurerm_mssql_server" "none" {
  name = "records"
}

# ok: database-log-stays-on-the-server
resource "azurerm_mssql_server" "audited" {
  name = "records"
}

resource "azurerm_mssql_server_extended_auditing_policy" "audited" {
  server_id = azurerm_mssql_server.audited.id
}

# ok: database-log-stays-on-the-server
resource "azurerm_mssql_managed_instance" "audited" {
  name = "records"
}

resource "azurerm_monitor_diagnostic_setting" "audited" {
  name               = "audit"
  target_resource_id = azurerm_mssql_managed_instance.audited.id
  enabled_log {
    category = "SQLSecurityAuditEvents"
  }
}

# ok: database-log-stays-on-the-server
resource "aws_neptune_cluster" "exported" {
  engine                         = "neptune"
  enable_cloudwatch_logs_exports = ["audit"]
}
