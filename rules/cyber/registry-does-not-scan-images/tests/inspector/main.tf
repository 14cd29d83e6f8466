resource "aws_ecr_repository" "api" {
  name = "api"
}

resource "aws_inspector2_enabler" "all" {
  account_ids    = ["1"]
  resource_types = ["ECR"]
}
