module "records" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 6.0"

  function_name = "records"
  handler       = "main.handle"
  runtime       = "python3.12"
}
