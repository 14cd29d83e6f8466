resource "aws_ecr_repository" "api" {
  name = "api"
}

resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"
}
