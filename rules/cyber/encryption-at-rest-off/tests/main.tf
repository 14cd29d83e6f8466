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
resource "aws_ebs_volume" "unset" {
  availability_zone = "eu-west-2a"
  size              = 100
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

# ruleid: encryption-at-rest-off
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

# ruleid: encryption-at-rest-off
resource "aws_kinesis_stream" "events" {
  name        = "events"
  shard_count = 1
}

# ok: encryption-at-rest-off
resource "aws_kinesis_stream" "admissions" {
  name            = "admissions"
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

# ruleid: encryption-at-rest-off
resource "aws_sqs_queue" "letters" {
  name                    = "letters"
  sqs_managed_sse_enabled = false
}

# ok: encryption-at-rest-off
resource "aws_sqs_queue" "keyed" {
  name                    = "keyed"
  kms_master_key_id       = aws_kms_key.notes.id
}

# ok: encryption-at-rest-off
resource "aws_sqs_queue" "managed" {
  name                    = "managed"
  sqs_managed_sse_enabled = true
}

# A queue is encrypted unless it says otherwise.
# ok: encryption-at-rest-off
resource "aws_sqs_queue" "unset" {
  name = "unset"
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
