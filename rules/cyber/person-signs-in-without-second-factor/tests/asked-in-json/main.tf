resource "aws_iam_user_login_profile" "someone" {
  user = "someone"
}

resource "aws_iam_policy" "mfa" {
  policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } } }] })
}
