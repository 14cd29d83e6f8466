resource "aws_elasticache_replication_group" "pages" {
  engine    = "redis"
  node_type = "cache.t4g.small"
}
