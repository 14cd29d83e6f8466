resource "aws_iam_role" "letters" {
  name               = "letters"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "a" {
  function_name = "a"
  role          = aws_iam_role.letters.arn
}

resource "aws_lambda_function" "b" {
  function_name = "b"
  role          = aws_iam_role.letters.arn
}

resource "aws_lambda_function" "c" {
  function_name = "c"
  role          = aws_iam_role.letters.arn
}

resource "aws_lambda_function" "d" {
  function_name = "d"
  role          = aws_iam_role.letters.arn
}

resource "aws_lambda_function" "e" {
  function_name = "e"
  role          = aws_iam_role.letters.arn
}

