resource "aws_elasticache_replication_group" "records" {
  security_group_ids = [aws_security_group.records.id]
}

resource "aws_security_group" "records" {
  name = "records"
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
