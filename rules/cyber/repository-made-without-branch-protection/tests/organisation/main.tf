resource "github_repository" "wards" {
  name = "wards"
}

resource "github_organization_ruleset" "all" {
  name        = "main"
  target      = "branch"
  enforcement = "active"
}
