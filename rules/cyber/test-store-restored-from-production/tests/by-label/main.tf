resource "aws_db_instance" "records" {
  snapshot_identifier = "records-prod-2026"
  tags = {
    Environment = "staging"
  }
}

resource "aws_db_instance" "live" {
  snapshot_identifier = "records-prod-2026"
  tags = {
    Environment = "production"
    Name        = "dev"
  }
}

resource "aws_db_instance" "unnamed" {
  snapshot_identifier = "records-prod-2026"
}
