resource "aws_s3_bucket_policy" "open" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
    }]
  })
}

resource "aws_s3_bucket_policy" "open_too" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::999999999999:root", "*"] }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
    }]
  })
}

resource "aws_s3_bucket_policy" "mixed" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::999999999999:root", CanonicalUser = "*" }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
    }]
  })
}

# ok: bucket-policy-for-everybody
resource "aws_s3_bucket_policy" "role" {
  bucket = "letters"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::999999999999:role/api" }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
    }]
  })
}

# ok: bucket-policy-for-everybody
resource "aws_s3_bucket_policy" "organisation" {
  bucket = "letters"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-letters" } }
    }]
  })
}

# Refuses, and says nothing of who is let in.
resource "aws_s3_bucket_policy" "tls" {
  bucket = "letters"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# Public by purpose.
resource "aws_s3_bucket_policy" "static_site" {
  bucket = "letters"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
    }]
  })
}

# The line is that of the document that the policy takes.
data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::letters/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "document" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = data.aws_iam_policy_document.read.json
}

variable "policy" {
  type = string
}

resource "aws_s3_bucket_policy" "unknown" {
  bucket = "letters"
  # open: bucket-policy-for-everybody
  policy = var.policy
}

# That the connection is encrypted says nothing of who calls.
resource "aws_s3_bucket_policy" "encrypted_only" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": "*"},
        "Action": ["s3:GetObject", "s3:PutObject"],
        "Resource": "arn:aws:s3:::letters/*",
        "Condition": {"Bool": {"aws:SecureTransport": "true"}}
      }]
    }
  EOT
}

resource "aws_s3_bucket_policy" "every_address" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::letters/*"
      Condition = { IpAddress = { "aws:SourceIp" = ["10.0.0.0/8", "0.0.0.0/0"] } }
    }
  })
}

# Everybody but one.
resource "aws_s3_bucket_policy" "all_but" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::999999999999:user/leaver" }
      Action       = "s3:GetObject"
      Resource     = "arn:aws:s3:::letters/*"
    }]
  })
}

# As old releases of the provider had it. A name that only sounds like that of a site is no excuse.
resource "aws_s3_bucket" "workspace_docs" {
  bucket = "patient-docs"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:ListBucket"
      Resource  = "arn:aws:s3:::patient-docs"
    }]
  })
}

resource "aws_s3_bucket_policy" "non_public" {
  bucket = "letters"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::letters/*"
    }]
  })
}

# The distribution reads it, and only from the network of the trust may one write.
data "aws_iam_policy_document" "distribution" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::letters/*"]
    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "AWS:SourceArn"
      values   = ["arn:aws:cloudfront::999999999999:distribution/E1"]
    }
  }

  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::letters/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpce"
      values   = ["vpce-0a1b2c3d"]
    }
  }
}

# ok: bucket-policy-for-everybody
resource "aws_s3_bucket_policy" "distribution" {
  bucket = "letters"
  policy = data.aws_iam_policy_document.distribution.json
}

# What is shown while the service is down.
resource "aws_s3_bucket_policy" "maintenance_page" {
  bucket = "service-is-down"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::service-is-down/page/*"
    }]
  })
}

resource "aws_s3_bucket_policy" "maintenance" {
  bucket = "maintenance"
  # ruleid: bucket-policy-for-everybody
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::maintenance/*"
    }]
  })
}
