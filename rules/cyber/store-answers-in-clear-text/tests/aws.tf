# Nothing here uses it, and it would be wrong wherever it is used.
# ruleid: store-answers-in-clear-text
resource "aws_db_parameter_group" "clear" {
  family = "postgres16"

  parameter {
    name  = "log_connections"
    value = "1"
  }

  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}

# ok: store-answers-in-clear-text
resource "aws_db_parameter_group" "records" {
  family = "postgres14"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_connections"
    value = "0"
  }
}

resource "aws_db_instance" "records" {
  engine               = "postgres"
  storage_encrypted    = true
  parameter_group_name = aws_db_parameter_group.records.name
}

# Looks right and is used by nothing: no evidence, so nothing is said of it.
resource "aws_db_parameter_group" "forgotten" {
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "1"
  }
}

# Says nothing of encryption.
resource "aws_db_parameter_group" "logs" {
  family = "postgres16"

  parameter {
    name  = "log_connections"
    value = "0"
  }
}

resource "aws_db_instance" "logs" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.logs.name
}

# ruleid: store-answers-in-clear-text
resource "aws_rds_cluster_parameter_group" "aurora" {
  family = "aurora-mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "OFF"
  }
}

# ruleid: store-answers-in-clear-text
resource "aws_docdb_cluster_parameter_group" "notes" {
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "disabled"
  }
}

variable "force_ssl" {
  type = string
}

# open: store-answers-in-clear-text
resource "aws_db_parameter_group" "unknown" {
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = var.force_ssl
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
}

resource "aws_elasticache_replication_group" "moving" {
  replication_group_id       = "moving"
  description                = "On its way to TLS"
  transit_encryption_enabled = true
  transit_encryption_mode    = "preferred"
}

# ok: store-answers-in-clear-text
resource "aws_elasticache_replication_group" "results" {
  replication_group_id       = "results"
  description                = "Results"
  transit_encryption_enabled = true
}

# ruleid: store-answers-in-clear-text
resource "aws_memorydb_cluster" "clear" {
  name        = "clear"
  node_type   = "db.t4g.small"
  acl_name    = "records"
  tls_enabled = false
}

# ok: store-answers-in-clear-text
resource "aws_memorydb_cluster" "unset" {
  name      = "unset"
  node_type = "db.t4g.small"
  acl_name  = "records"
}

# ruleid: store-answers-in-clear-text
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https = false
  }
}

# ok: store-answers-in-clear-text
resource "aws_elasticsearch_domain" "old" {
  domain_name = "old"

  domain_endpoint_options {
    custom_endpoint_enabled = true
  }
}

resource "aws_elasticsearch_domain" "bare" {
  domain_name = "bare"
}

# ok: store-answers-in-clear-text
resource "aws_opensearch_domain" "notes" {
  domain_name = "notes"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}

# ok: store-answers-in-clear-text
resource "aws_opensearch_domain" "custom" {
  domain_name = "custom"

  domain_endpoint_options {
    custom_endpoint_enabled = true
  }
}

# ruleid: store-answers-in-clear-text
resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT"
    }
  }
}

# ruleid: store-answers-in-clear-text
resource "aws_msk_cluster" "inside" {
  cluster_name = "inside"

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = false
    }
  }
}

# ok: store-answers-in-clear-text
resource "aws_msk_cluster" "admissions" {
  cluster_name = "admissions"

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
    }
  }
}

resource "aws_dax_cluster" "cache" {
  cluster_name = "cache"
}

# ok: store-answers-in-clear-text
resource "aws_dax_cluster" "tls" {
  cluster_name                     = "tls"
  cluster_endpoint_encryption_type = "TLS"
}

# ruleid: store-answers-in-clear-text
resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "off"
  transit_encryption_enabled = false
}

# ruleid: store-answers-in-clear-text
resource "aws_dax_cluster" "off" {
  cluster_name                     = "off"
  cluster_endpoint_encryption_type = "NONE"
}
