resource "aws_s3_bucket_acl" "letters" {
  bucket = aws_s3_bucket.letters.id
  acl    = "public-read"
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

resource "aws_s3_bucket_public_access_block" "letters" {
  bucket                  = aws_s3_bucket.letters.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}
