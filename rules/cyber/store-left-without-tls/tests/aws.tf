# ruleid: store-left-without-tls
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
}

# ruleid: store-left-without-tls
resource "aws_elasticache_replication_group" "moving" {
  transit_encryption_enabled = true
  transit_encryption_mode    = "preferred"
}

# ok: store-left-without-tls
resource "aws_elasticache_replication_group" "results" {
  transit_encryption_enabled = true
}

# ruleid: store-left-without-tls
resource "aws_elasticsearch_domain" "bare" {
  domain_name = "bare"
}

# ok: store-left-without-tls
resource "aws_opensearch_domain" "notes" {
  domain_endpoint_options {
    enforce_https = true
  }
}

# ruleid: store-left-without-tls
resource "aws_dax_cluster" "cache" {
  cluster_name = "cache"
}

# ok: store-left-without-tls
resource "aws_dax_cluster" "tls" {
  cluster_endpoint_encryption_type = "TLS"
}
