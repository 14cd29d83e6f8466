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

# open: encryption-at-rest-off
resource "aws_opensearch_domain" "search" {
  domain_name = "records"

  encrypt_at_rest {
    enabled = var.encrypted
  }
}

# ruleid: encryption-at-rest-off
resource "aws_opensearch_domain" "plain" {
  domain_name = "letters"

  encrypt_at_rest {
    enabled = false
  }
}

# ok: encryption-at-rest-off
resource "aws_elasticsearch_domain" "notes" {
  domain_name = "notes"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.notes.arn
  }
}

resource "aws_kms_key" "notes" {
  description = "Notes"
}

# ruleid: encryption-at-rest-off
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
}

# ok: encryption-at-rest-off
resource "aws_elasticache_replication_group" "results" {
  replication_group_id       = "results"
  description                = "Results"
  at_rest_encryption_enabled = true
}

# Encrypted unless it says otherwise.
# ok: encryption-at-rest-off
resource "aws_redshift_cluster" "warehouse" {
  cluster_identifier = "warehouse"
  node_type          = "ra3.large"
}

# ruleid: encryption-at-rest-off
resource "aws_redshift_cluster" "old" {
  cluster_identifier = "old"
  node_type          = "dc2.large"
  encrypted          = false
}

# ruleid: encryption-at-rest-off
resource "aws_ebs_volume" "off" {
  availability_zone = "eu-west-2a"
  size              = 100
  encrypted         = false
}

# ok: encryption-at-rest-off
resource "aws_ebs_volume" "images" {
  availability_zone = "eu-west-2a"
  size              = 100
  encrypted         = true
}

# As the snapshot from which it is made.
# ok: encryption-at-rest-off
resource "aws_ebs_volume" "restored" {
  availability_zone = "eu-west-2a"
  snapshot_id       = "snap-0a1b2c3d4e5f60718"
}

# ok: encryption-at-rest-off
resource "aws_db_instance" "from_snapshot" {
  engine              = "postgres"
  snapshot_identifier = "records-final"
}

# ok: encryption-at-rest-off
resource "aws_rds_cluster" "member" {
  engine                    = "aurora-postgresql"
  global_cluster_identifier = "records"
}

# open: encryption-at-rest-off
resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-0a1b2c3d4e5f60718"
  source_ami_region = "eu-west-1"
}

# ruleid: encryption-at-rest-off
resource "aws_dax_cluster" "cache" {
  cluster_name = "cache"

  server_side_encryption {
    enabled = false
  }
}

# ok: encryption-at-rest-off
resource "aws_dax_cluster" "safe" {
  cluster_name = "safe"

  server_side_encryption {
    enabled = true
  }
}

# Terraform takes a truth value in quotes as well.
# ok: encryption-at-rest-off
resource "aws_efs_file_system" "shared" {
  creation_token = "shared"
  encrypted      = "true"
}

# ruleid: encryption-at-rest-off
resource "aws_efs_file_system" "scratch" {
  creation_token = "scratch"
  encrypted      = "false"
}

# A disk that says nothing follows the account's own default, which is not seen here.
# open: encryption-at-rest-off
resource "aws_ebs_volume" "by_account" {
  availability_zone = "eu-west-2a"
  size              = 40
}
