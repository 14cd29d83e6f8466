variable "containers" {}

variable "mode" {
  default = "host"
}

resource "aws_ecs_task_definition" "privileged_in_json" {
  family                = "wards"
  container_definitions = <<JSON
[{"name": "wards", "image": "wards:1", "privileged": true}]
JSON
}
