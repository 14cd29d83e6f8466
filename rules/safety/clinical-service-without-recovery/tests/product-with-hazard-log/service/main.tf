resource "aws_ecs_service" "this" {
  name = "web"
}
