variable "days" { default = "3" }
locals { name = "from-override" }
resource "aws_s3_bucket" "data" {
  force_destroy = true
  tags          = { From = "override.tf" }
}
