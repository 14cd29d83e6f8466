variable "family" {}

# review: file-system-mounted-by-several-services
resource "aws_efs_file_system" "exchange" {
  creation_token = "exchange"
}

resource "aws_ecs_task_definition" "referrals" {
  family = "referrals"
  container_definitions = "[]"
  volume {
    name = "exchange"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.exchange.id
    }
  }
}

resource "aws_ecs_task_definition" "letters" {
  family = "letters"
  container_definitions = "[]"
  volume {
    name = "exchange"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.exchange.id
    }
  }
}

# ok: file-system-mounted-by-several-services
resource "aws_efs_file_system" "of_one_service" {
  creation_token = "imaging"
}

resource "aws_ecs_task_definition" "imaging" {
  family = "imaging"
  container_definitions = "[]"
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.of_one_service.id
    }
  }
}

resource "aws_ecs_task_definition" "imaging_worker" {
  family = "imaging-worker"
  container_definitions = "[]"
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.of_one_service.id
    }
  }
}

# open: file-system-mounted-by-several-services
resource "aws_efs_file_system" "unknown" {
  creation_token = "unknown"
}

resource "aws_ecs_task_definition" "one" {
  family = "notes"
  container_definitions = "[]"
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.unknown.id
    }
  }
}

resource "aws_ecs_task_definition" "two" {
  family = var.family
  container_definitions = "[]"
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.unknown.id
    }
  }
}
