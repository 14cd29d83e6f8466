resource "aws_iam_role" "all" {
  name               = "all"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "each" {
  for_each      = toset(["a", "b", "c", "d", "e", "f", "g"])
  function_name = each.key
  role          = aws_iam_role.all.arn
}
