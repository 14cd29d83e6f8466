# ok: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "shared_within_the_task" {
  family                   = "wards"
  requires_compatibilities = ["EC2"]
  pid_mode                 = "task"
  ipc_mode                 = "none"
  container_definitions = jsonencode([{
    name        = "wards"
    image       = "wards:1"
    environment = [{ name = "MODE", value = "privileged" }]
  }])
  volume {
    name = "records"
    efs_volume_configuration {
      file_system_id = "fs-1"
      root_directory = "/"
    }
  }
}

# ok: task-with-rights-of-its-host
resource "aws_ecs_task_definition" "in_a_template" {
  family                = "wards"
  container_definitions = templatefile("${path.module}/containers.json.tpl", { image = "wards:1" })
  volume {
    name      = "own"
    host_path = "/etc/wards"
  }
}
