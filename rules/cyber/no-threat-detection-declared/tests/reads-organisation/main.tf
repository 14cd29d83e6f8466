data "aws_organizations_organization" "trust" {}

resource "aws_s3_bucket_policy" "records" {
  bucket = aws_s3_bucket.records.id
  policy = jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = data.aws_organizations_organization.trust.id } } }] })
}

resource "aws_s3_bucket" "records" {
  bucket = "records"
}
