resource "aws_iam_role" "letters" {
  name               = "letters"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = aws_iam_role.letters.arn
}

resource "aws_iam_role" "reminders" {
  name               = "reminders"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "reminders" {
  function_name = "reminders"
  role          = aws_iam_role.reminders.arn
}

resource "aws_iam_role" "results" {
  name               = "results"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "results" {
  function_name = "results"
  role          = aws_iam_role.results.arn
}

resource "aws_iam_role" "clinics" {
  name               = "clinics"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "clinics" {
  function_name = "clinics"
  role          = aws_iam_role.clinics.arn
}

resource "aws_iam_role" "referrals" {
  name               = "referrals"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "referrals" {
  function_name = "referrals"
  role          = aws_iam_role.referrals.arn
}

resource "aws_iam_role" "transfers" {
  name               = "transfers"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "transfers" {
  function_name = "transfers"
  role          = aws_iam_role.transfers.arn
}

resource "aws_iam_role" "exports" {
  name               = "exports"
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "exports" {
  function_name = "exports"
  role          = aws_iam_role.exports.arn
}

