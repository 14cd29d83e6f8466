resource "aws_s3_bucket" "wards" {
  bucket = "wards.example.nhs.uk"
}

resource "aws_s3_bucket_website_configuration" "wards" {
  bucket = aws_s3_bucket.wards.id
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket_public_access_block" "wards" {
  bucket                  = aws_s3_bucket.wards.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = false
}

resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

resource "aws_s3_bucket_public_access_block" "letters" {
  bucket            = aws_s3_bucket.letters.id
  block_public_acls = true
}
