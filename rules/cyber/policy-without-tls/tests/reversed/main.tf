resource "aws_s3_bucket_policy" "one" {
  bucket = "letters"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::letters/*", Condition = { Bool = { "aws:SecureTransport" = "true" } } }]
  })
}
