variable "runtime" {
  type = string
}

module "lambda" {
  source = "git::https://github.com/terraform-aws-modules/terraform-aws-lambda.git?ref=1c3b16a8d9ee8944ba33f5327bdf011c6639cceb"
  # open: function-runtime-past-support
  # ruleid: function-runtime-past-support
  runtime = var.runtime
}
