resource "aws_workspaces_workspace" "a" {
  bundle_id = "practice"
}
