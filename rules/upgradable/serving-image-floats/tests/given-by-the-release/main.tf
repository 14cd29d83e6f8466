variable "image_uri" {
  type    = string
  default = ""

  validation {
    condition     = trimspace(var.image_uri) != ""
    error_message = "The release gives the image."
  }
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = "arn:aws:iam::111122223333:role/letters"
  package_type  = "Image"
  image_uri     = var.image_uri
}
