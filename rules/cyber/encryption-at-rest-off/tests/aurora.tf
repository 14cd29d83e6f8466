# Since February 2026 a new one is encrypted whatever is written; an older one is not.
# open: encryption-at-rest-off
resource "aws_rds_cluster" "wards" {
  cluster_identifier = "wards"
  engine             = "aurora-postgresql"
}

# Providers before version 5 took Aurora where no engine was named.
# open: encryption-at-rest-off
resource "aws_rds_cluster" "unnamed" {
  cluster_identifier = "unnamed"
}

# ruleid: encryption-at-rest-off
resource "aws_rds_cluster" "switched_off" {
  engine            = "aurora-mysql"
  storage_encrypted = false
}

# A cluster of plain PostgreSQL is no Aurora.
# ruleid: encryption-at-rest-off
resource "aws_rds_cluster" "letters" {
  engine = "postgres"
}
