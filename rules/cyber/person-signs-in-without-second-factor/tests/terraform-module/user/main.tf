resource "aws_iam_user_login_profile" "someone" {
  user = "someone"
}

