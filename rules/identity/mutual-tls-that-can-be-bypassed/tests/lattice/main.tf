variable "authentication" {
  type = string
}

resource "aws_vpclattice_service" "records" {
  name      = "records"
  auth_type = "NONE"
}
