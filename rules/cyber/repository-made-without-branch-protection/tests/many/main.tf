variable "repositories" {
  type = set(string)
}

resource "github_repository" "wards" {
  name = "wards"
}

resource "github_branch_protection" "all" {
  for_each      = var.repositories
  repository_id = each.value
  pattern       = "main"
}
