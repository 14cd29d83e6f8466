# ruleid: encryption-at-rest-off
resource "aws_db_instance" "plain" {
  engine = "postgres"
}

# ok: encryption-at-rest-off
resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = true
}

# open: encryption-at-rest-off
resource "aws_rds_cluster" "unknown" {
  engine            = "aurora-postgresql"
  storage_encrypted = var.encrypted
}

variable "encrypted" {
  type = bool
}

# A replica is as its source.
# ok: encryption-at-rest-off
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.records.identifier
}

# Encrypted by the provider, whatever is written.
# ok: encryption-at-rest-off
resource "aws_dynamodb_table" "sessions" {
  name     = "sessions"
  hash_key = "id"
}

# ruleid: encryption-at-rest-off
resource "aws_efs_file_system" "images" {
  encrypted = false
}
