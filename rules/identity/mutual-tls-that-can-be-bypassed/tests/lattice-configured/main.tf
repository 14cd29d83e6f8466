variable "authentication" {
  type = string
}

resource "aws_vpclattice_service" "configured" {
  name      = "configured"
  auth_type = var.authentication
}
