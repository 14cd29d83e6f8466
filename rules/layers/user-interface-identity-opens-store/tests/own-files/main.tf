resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}

resource "aws_iam_role" "portal" {
  name               = "portal"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "portal" {
  role = aws_iam_role.portal.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.letters.arn}/*" }]
  })
}

resource "aws_lambda_function" "portal" {
  function_name = "portal"
  role          = aws_iam_role.portal.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  tags = {
    "nhs.uk/layer" = "presentation"
  }
}

