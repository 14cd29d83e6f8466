variable "upgrade" {
  type = bool
}

# ruleid: minor-upgrades-switched-off
resource "aws_db_instance" "off" {
  engine                     = "postgres"
  auto_minor_version_upgrade = false
}

# ok: minor-upgrades-switched-off
resource "aws_db_instance" "default" {
  engine = "postgres"
}

# open: minor-upgrades-switched-off
resource "aws_rds_cluster_instance" "chosen" {
  cluster_identifier         = "records"
  auto_minor_version_upgrade = var.upgrade
}

# ruleid: minor-upgrades-switched-off
resource "google_container_node_pool" "off" {
  cluster = "wards"
  management {
    auto_repair  = true
    auto_upgrade = false
  }
}

# ok: minor-upgrades-switched-off
resource "google_container_node_pool" "default" {
  cluster = "wards"
}

# ok: minor-upgrades-switched-off
resource "aws_elasticache_replication_group" "cache" {
  replication_group_id       = "cache"
  description                = "sessions"
  auto_minor_version_upgrade = "true"
}
