resource "aws_sqs_queue_policy" "one" {
  bucket = "letters"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::999999999999:role/api" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::letters/*" }]
  })
}
