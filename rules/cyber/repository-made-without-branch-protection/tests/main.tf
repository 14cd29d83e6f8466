# review: repository-made-without-branch-protection
resource "github_repository" "bare" {
  name = "archive"
}

# ok: repository-made-without-branch-protection
resource "github_repository" "archived" {
  name     = "old"
  archived = true
}

# ok: repository-made-without-branch-protection
resource "github_repository" "template" {
  name        = "template"
  is_template = true
}

# ok: repository-made-without-branch-protection
resource "github_repository" "protected" {
  name = "wards"
}

resource "github_branch_protection" "protected" {
  repository_id = github_repository.protected.node_id
  pattern       = "main"
}

# ok: repository-made-without-branch-protection
resource "github_repository" "ruled" {
  name = "wards"
}

resource "github_repository_ruleset" "ruled" {
  repository  = github_repository.ruled.name
  name        = "main"
  target      = "branch"
  enforcement = "active"
}
