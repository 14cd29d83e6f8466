resource "aws_iam_user_policy_attachment" "person" {
  user       = "jane.doe@example.nhs.uk"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
