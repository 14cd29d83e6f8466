resource "github_repository" "this" {
  name = "wards"
}
