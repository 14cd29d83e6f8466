resource "github_repository" "wards" {
  name = "wards"
}

resource "github_repository" "letters" {
  name = "letters"
}

resource "github_branch_protection" "letters" {
  repository_id = github_repository.letters.node_id
  pattern       = "main"
}
