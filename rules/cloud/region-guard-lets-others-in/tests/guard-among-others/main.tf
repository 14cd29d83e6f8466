resource "aws_organizations_policy" "guards" {
  name = "guards"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "s3:GetObject"
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = ["us-west-2"] } }
      },
      {
        Effect   = "Deny"
        Action   = "*"
        Resource = "*"
        Condition = {
          StringNotEquals = { "aws:RequestedRegion" = ["eu-west-2"], "aws:PrincipalOrgID" = ["o-1"] }
        }
      },
    ]
  })
}
