resource "aws_s3_bucket_policy" "letters" {
  bucket = "letters"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::letters/*" }]
  })
}
