variable "branch" {
  type = string
}

resource "aws_ecs_service" "branch" {
  name          = "pr-${var.branch}"
  desired_count = 1
}
