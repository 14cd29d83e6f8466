variable "repository" {
  type    = string
  default = "wards"
}

resource "github_repository" "wards" {
  name = var.repository
}
