resource "github_repository" "wards" {
  name = "wards"
}

resource "github_repository" "letters" {
  name = "letters"
}

# Its name has nothing to do with protection.
resource "github_actions_secret" "token" {
  repository  = var.repository
  secret_name = "TOKEN"
}

variable "repository" {}
