data "aws_iam_role" "letters" {
  count = 1
  name  = "letters"
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = one(data.aws_iam_role.letters[*].arn)
  environment {
    variables = {
      TABLE = "letters"
    }
  }
}
