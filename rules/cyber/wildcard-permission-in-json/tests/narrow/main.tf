# Judged by wildcard-permission.
resource "aws_iam_role_policy" "everything" {
  role   = "app"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
