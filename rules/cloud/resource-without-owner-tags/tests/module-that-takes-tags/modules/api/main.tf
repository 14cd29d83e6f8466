variable "tags" {
  type    = map(string)
  default = {}
}

resource "aws_lambda_function" "booking" {
  function_name = "booking"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  role          = "arn:aws:iam::111122223333:role/booking"
  tags          = var.tags
}
