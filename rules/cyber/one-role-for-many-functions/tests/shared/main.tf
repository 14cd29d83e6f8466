resource "aws_iam_role" "all" {
  name               = "all"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = aws_iam_role.all.arn
}

resource "aws_lambda_function" "reminders" {
  function_name = "reminders"
  role          = aws_iam_role.all.arn
}

resource "aws_lambda_function" "results" {
  function_name = "results"
  role          = aws_iam_role.all.arn
}

resource "aws_lambda_function" "clinics" {
  function_name = "clinics"
  role          = aws_iam_role.all.arn
}

resource "aws_lambda_function" "referrals" {
  function_name = "referrals"
  role          = aws_iam_role.all.arn
}

resource "aws_lambda_function" "transfers" {
  function_name = "transfers"
  role          = aws_iam_role.all.arn
}

resource "aws_lambda_function" "exports" {
  function_name = "exports"
  role          = aws_iam_role.all.arn
}

