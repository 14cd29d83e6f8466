variable "environment" { type = string }

resource "aws_dynamodb_table" "referrals" {
  count    = var.environment == "live" ? 1 : 0
  name     = "referrals"
  hash_key = "id"
}
resource "aws_iam_role" "import" {
  name               = "import"
  assume_role_policy = "{}"
}
resource "aws_iam_role_policy" "import" {
  count = var.environment == "live" ? 1 : 0
  role  = aws_iam_role.import.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:Query"], Resource = aws_dynamodb_table.referrals[0].arn }]
  })
}
resource "aws_lambda_function" "import" {
  function_name = "import"
  role          = aws_iam_role.import.arn
}
