resource "aws_s3_bucket_policy" "one" {
  bucket = "letters"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::999999999999:role/api" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::letters/*" }]
  })
}
resource "aws_s3_bucket_policy" "two" {
  bucket = "letters"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::letters/*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" }, StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } } }]
  })
}
