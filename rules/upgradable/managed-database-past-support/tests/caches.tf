# Standard support of version 6 at AWS is longer than that of Redis itself.
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
  engine               = "redis"
  # ok: managed-database-past-support
  engine_version       = "6.0"
}

resource "aws_elasticache_replication_group" "newer" {
  replication_group_id = "newer"
  description          = "newer"
  # ok: managed-database-past-support
  engine_version       = "7.0"
}

resource "aws_elasticache_cluster" "old" {
  cluster_id     = "old"
  # ruleid: managed-database-past-support
  engine_version = "5.0.6"
}
