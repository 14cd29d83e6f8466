resource "aws_efs_file_system" "letters" {
  encrypted = true
}

resource "aws_efs_access_point" "letters" {
  file_system_id = aws_efs_file_system.letters.id
}

resource "aws_ecs_task_definition" "t0" {
  family                = "portal"
  container_definitions = "[]"
  volume {
    name = "letters"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.letters.id
    }
  }
}

resource "aws_ecs_task_definition" "t1" {
  family                = "letters"
  container_definitions = "[]"
  volume {
    name = "letters"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.letters.id
    }
  }
}
