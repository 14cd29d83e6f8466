variable "runtime" {
  type = string
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = "arn:aws:iam::123456789012:role/letters"
  handler       = "main.handler"
  # ruleid: function-runtime-past-support
  runtime = "python3.8"
}

resource "aws_lambda_function" "search" {
  function_name = "search"
  role          = "arn:aws:iam::123456789012:role/search"
  handler       = "index.handler"
  # ok: function-runtime-past-support
  runtime = "nodejs24.x"
}

resource "aws_lambda_function" "chosen" {
  function_name = "chosen"
  role          = "arn:aws:iam::123456789012:role/chosen"
  handler       = "index.handler"
  # open: function-runtime-past-support
  runtime = var.runtime
}

# ok: function-runtime-past-support
resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::123456789012:role/image"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-2.amazonaws.com/reports:1.2.0"
}

resource "google_cloudfunctions_function" "export" {
  name = "export"
  # ruleid: function-runtime-past-support
  runtime = "python38"
}

resource "google_cloudfunctions_function" "import" {
  name = "import"
  # ok: function-runtime-past-support
  runtime = "nodejs24"
}

module "notify" {
  source        = "terraform-aws-modules/lambda/aws"
  version       = "7.2.0"
  function_name = "notify"
  # ruleid: function-runtime-past-support
  runtime = "nodejs16.x"
}

module "letters_lambda" {
  source = "./modules/function"
  # ruleid: function-runtime-past-support
  runtime = "nodejs18.x"
}

module "chosen_lambda" {
  source = "./modules/function"
  # open: function-runtime-past-support
  runtime = var.runtime
}

module "pipeline" {
  source = "./modules/pipeline"
  # ok: function-runtime-past-support
  runtime = "slow"
}

resource "google_app_engine_standard_app_version" "booking" {
  version_id = "v1"
  # ruleid: function-runtime-past-support
  runtime = "python37"
  service = "booking"
}

# A web app's own name for its runtime.
module "pages" {
  source = "./modules/pages"
  # ok: function-runtime-past-support
  runtime = "python3.8"
}

resource "google_cloudfunctions_function" "convert" {
  name = "convert"
  # ok: function-runtime-past-support
  runtime = "go122"
}

resource "aws_lambda_function" "newest" {
  function_name = "newest"
  role          = "arn:aws:iam::123456789012:role/newest"
  handler       = "nhs.letters.Handler"
  # ok: function-runtime-past-support
  runtime = "java99"
}
