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
