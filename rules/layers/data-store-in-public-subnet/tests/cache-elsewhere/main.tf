resource "aws_elasticache_subnet_group" "pages" {
  name       = "pages"
  subnet_ids = var.subnet_ids
}

resource "aws_elasticache_cluster" "pages" {
  cluster_id        = "pages"
  engine            = "memcached"
  subnet_group_name = aws_elasticache_subnet_group.pages.name
}

variable "subnet_ids" { type = list(string) }
