resource "aws_s3_bucket" "tfstate" {
  bucket = "supplier-tfstate"
  tags   = { Environment = "prod" }
}
resource "aws_iam_role" "import" {
  name               = "import-dev"
  assume_role_policy = "{}"
  tags               = { Environment = "dev" }
}
resource "aws_iam_role_policy" "import" {
  role = aws_iam_role.import.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = "${aws_s3_bucket.tfstate.arn}/*" }]
  })
}
resource "aws_lambda_function" "import" {
  function_name = "import"
  role          = aws_iam_role.import.arn
  environment {
    variables = { BUCKET = aws_s3_bucket.tfstate.id }
  }
  tags = { Environment = "dev" }
}
