resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

resource "aws_s3_bucket_public_access_block" "letters" {
  bucket                  = aws_s3_bucket.letters.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# AWS neither takes nor heeds it while the block stands.
resource "aws_s3_bucket_policy" "letters" {
  bucket = aws_s3_bucket.letters.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "${aws_s3_bucket.letters.arn}/*" }]
  })
}
