variable "policy" {}

resource "aws_iam_user_policy_attachment" "letters" {
  user       = "letters"
  policy_arn = var.policy
}
