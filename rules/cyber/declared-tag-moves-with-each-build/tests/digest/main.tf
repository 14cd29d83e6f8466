resource "aws_ecr_repository" "api" {
  name = "wards-api"
}

variable "image_tag" {
  type = string
}

resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::123456789012:role/api"
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.api.repository_url}@${var.image_tag}"
}
