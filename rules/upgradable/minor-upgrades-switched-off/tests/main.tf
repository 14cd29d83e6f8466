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

# ruleid: minor-upgrades-switched-off
resource "aws_memorydb_cluster" "sessions" {
  name                       = "sessions"
  auto_minor_version_upgrade = "false"
}

# ruleid: minor-upgrades-switched-off
resource "google_container_cluster" "off" {
  name = "wards"
  release_channel {
    channel = "UNSPECIFIED"
  }
}

# ok: minor-upgrades-switched-off
resource "google_container_cluster" "on" {
  name = "wards"
  release_channel {
    channel = "STABLE"
  }
}

# ok: minor-upgrades-switched-off
resource "google_container_node_pool" "on" {
  cluster = "wards"
  management {
    auto_upgrade = true
  }
}

# ruleid: minor-upgrades-switched-off
module "records" {
  source                     = "terraform-aws-modules/rds/aws"
  version                    = "6.10.0"
  engine                     = "postgres"
  auto_minor_version_upgrade = false
}

# a module that knows no such setting
module "network" {
  source                     = "terraform-aws-modules/vpc/aws"
  version                    = "6.5.0"
  auto_minor_version_upgrade = false
}
