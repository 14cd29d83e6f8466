variable "repositories" {
  type = set(string)
}

resource "github_repository" "wards" {
  name = "wards"
}

resource "github_repository_ruleset" "all" {
  for_each    = var.repositories
  repository  = each.value
  name        = "main"
  target      = "branch"
  enforcement = "active"
}
