# ruleid: store-reachable-from-the-internet
resource "aws_s3_bucket" "letters" {
  bucket = "letters"
  acl    = "public-read-write"
}

# ok: store-reachable-from-the-internet
resource "aws_s3_bucket" "private" {
  bucket = "private"
  acl    = "private"
}

resource "aws_s3_bucket" "unset" {
  bucket = "unset"
}

# ruleid: store-reachable-from-the-internet
resource "aws_db_snapshot" "shared" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "shared"
  shared_accounts        = ["999999999999", "all"]
}

# ok: store-reachable-from-the-internet
resource "aws_db_snapshot" "one" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "one"
  shared_accounts        = ["999999999999"]
}

resource "aws_db_snapshot" "own" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "own"
}

# ruleid: store-reachable-from-the-internet
resource "aws_opensearch_domain" "open" {
  domain_name = "open"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::999999999999:role/api" }
        Action    = "es:*"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = ["arn:aws:iam::999999999999:root", "*"] }
        Action    = "es:*"
        Resource  = "*"
      }
    ]
  })
}

# ok: store-reachable-from-the-internet
resource "aws_opensearch_domain" "office" {
  domain_name = "office"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::999999999999:role/api" }
        Action    = "es:*"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = "es:*"
        Resource  = "*"
        Condition = { IpAddress = { "aws:SourceIp" = ["203.0.113.0/24"] } }
      }
    ]
  })
}

# ok: store-reachable-from-the-internet
resource "aws_opensearch_domain" "refuse" {
  domain_name = "refuse"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::999999999999:role/api" }
        Action    = "es:*"
        Resource  = "*"
      },
      {
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "es:*"
        Resource  = "*"
      }
    ]
  })
}

# ok: store-reachable-from-the-internet
resource "aws_elasticsearch_domain" "role" {
  domain_name = "role"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::999999999999:role/api" }
        Action    = "es:*"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::999999999999:role/web" }
        Action    = "es:*"
        Resource  = "*"
      }
    ]
  })
}

# ok: store-reachable-from-the-internet
resource "aws_elasticsearch_domain" "inside" {
  domain_name = "inside"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::999999999999:role/api" }
        Action    = "es:*"
        Resource  = "*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = "es:*"
        Resource  = "*"
      }
    ]
  })

  vpc_options {
    subnet_ids = ["subnet-1"]
  }
}

# ruleid: store-reachable-from-the-internet
resource "aws_opensearch_domain" "open_beside_a_service" {
  domain_name = "letters"
  access_policies = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "es.amazonaws.com", AWS = "*" }, Action = "es:*", Resource = "*" }]
  })
}
