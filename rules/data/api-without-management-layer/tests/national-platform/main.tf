resource "aws_ecs_cluster" "wards" {
  name = "wards"
}
