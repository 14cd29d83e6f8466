resource "aws_iam_role" "of_the_organisation" {
  name = "of-the-organisation"
  # open: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } },
      { Effect = "Deny", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } } },
    ]
  })
}

resource "aws_iam_role" "tags_only" {
  name = "tags-only"
  # ok: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:root" } },
      { Effect = "Allow", Action = "sts:TagSession", Principal = { AWS = "*" } },
    ]
  })
}
