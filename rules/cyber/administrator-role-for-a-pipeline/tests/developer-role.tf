# review: administrator-role-for-a-pipeline
resource "aws_iam_role_policy_attachment" "policy" {
  role       = "x"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
