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
