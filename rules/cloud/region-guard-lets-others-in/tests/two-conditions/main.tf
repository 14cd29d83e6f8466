resource "aws_organizations_policy" "guards" {
  name = "guards"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Deny"
        Action   = "*"
        Resource = "*"
        Condition = {
          StringNotEquals = { "aws:RequestedRegion" = ["eu-west-2", "us-west-1"], "aws:PrincipalOrgID" = ["o-1"] }
        }
      },
    ]
  })
}
