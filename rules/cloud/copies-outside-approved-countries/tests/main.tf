provider "aws" {
  region = "eu-west-2"
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}

variable "copy_region" {
  type = string
}

# A table with a copy in America.
# ruleid: copies-outside-approved-countries
resource "aws_dynamodb_table" "referrals" {
  name = "referrals"
  replica {
    region_name = "eu-west-1"
  }
  replica {
    region_name = "us-east-1"
  }
}

# ok: copies-outside-approved-countries
resource "aws_dynamodb_table" "letters" {
  name = "letters"
  replica {
    region_name = "eu-west-1"
  }
}

# open: copies-outside-approved-countries
resource "aws_dynamodb_table" "unknown" {
  name = "unknown"
  replica {
    region_name = var.copy_region
  }
}

# No copy anywhere: nothing is said.
resource "aws_dynamodb_table" "single" {
  name = "single"
}

# ruleid: copies-outside-approved-countries
resource "aws_db_instance_automated_backups_replication" "abroad" {
  provider               = aws.virginia
  source_db_instance_arn = "arn:aws:rds:eu-west-2:111122223333:db:records"
}

# ok: copies-outside-approved-countries
resource "aws_db_instance_automated_backups_replication" "near" {
  provider               = aws.ireland
  source_db_instance_arn = "arn:aws:rds:eu-west-2:111122223333:db:records"
}

# Made by the provider of the system itself: no copy, nothing is said.
resource "aws_backup_vault" "home" {
  name = "home"
}

# ruleid: copies-outside-approved-countries
resource "aws_backup_vault" "abroad" {
  provider = aws.virginia
  name     = "abroad"
}

# ruleid: copies-outside-approved-countries
resource "aws_redshift_snapshot_copy" "reports" {
  cluster_identifier = "reports"
  destination_region = "us-west-2"
}
