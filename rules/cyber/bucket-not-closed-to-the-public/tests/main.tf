# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "letters" {
  bucket            = aws_s3_bucket.letters.id
  block_public_acls = true
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

# ok: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "images" {
  bucket                  = "images"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# open: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "unknown" {
  bucket                  = "unknown"
  block_public_acls       = var.block
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

variable "block" {
  type = bool
}

variable "closed" {
  default = true
}

# ok: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "maybe" {
  count                   = var.block ? 1 : 0
  bucket                  = aws_s3_bucket.letters.id
  block_public_acls       = var.closed
  block_public_policy     = var.closed
  ignore_public_acls      = var.closed
  restrict_public_buckets = var.closed
}

# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_account_public_access_block" "account" {
  block_public_acls = false
}

# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "without_block_public_acls" {
  bucket = "letters"
  block_public_acls = false
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = true
}

# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "without_block_public_policy" {
  bucket = "letters"
  block_public_acls = true
  block_public_policy = false
  ignore_public_acls = true
  restrict_public_buckets = true
}

# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "without_ignore_public_acls" {
  bucket = "letters"
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = false
  restrict_public_buckets = true
}

# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "without_restrict_public_buckets" {
  bucket = "letters"
  block_public_acls = true
  block_public_policy = true
  ignore_public_acls = true
  restrict_public_buckets = false
}

locals {
  refusals = {
    exports = true
    imports = "true"
  }
}

# ok: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "each" {
  for_each                = local.refusals
  bucket                  = each.key
  block_public_acls       = each.value
  block_public_policy     = each.value
  ignore_public_acls      = each.value
  restrict_public_buckets = each.value
}

# Public by purpose, as its name says.
resource "aws_s3_bucket_public_access_block" "website" {
  bucket                  = "about-the-service"
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "not_public" {
  bucket              = "exports"
  block_public_policy = true
}

# ok: bucket-not-closed-to-the-public
resource "aws_s3_account_public_access_block" "whole_account" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# What is shown while the service is down.
resource "aws_s3_bucket_public_access_block" "offline_site" {
  bucket                  = "service-is-down"
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

# ruleid: bucket-not-closed-to-the-public
resource "aws_s3_bucket_public_access_block" "offline_records" {
  bucket              = "offline-records"
  block_public_policy = true
}

# ruleid: bucket-not-closed-to-the-public
resource "azurerm_storage_account" "letters" {
  name                            = "wardletters"
  allow_nested_items_to_be_public = true
}

# ok: bucket-not-closed-to-the-public
resource "azurerm_storage_account" "scans" {
  name                            = "wardscans"
  allow_nested_items_to_be_public = false
}

resource "azurerm_storage_account" "says_nothing" {
  name = "wardnotes"
}

resource "azurerm_storage_account" "static_site" {
  name                            = "wardsite"
  allow_nested_items_to_be_public = true
}
