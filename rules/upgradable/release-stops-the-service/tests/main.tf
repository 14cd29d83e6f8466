variable "least" {}

resource "aws_ecs_service" "letters" {
  name = "letters"
  # ruleid: release-stops-the-service
  deployment_minimum_healthy_percent = 0
  deployment_maximum_percent         = 100
  load_balancer {
    target_group_arn = "arn"
    container_name   = "letters"
    container_port   = 8080
  }
}

# ok: release-stops-the-service
resource "aws_ecs_service" "wards" {
  name                               = "wards"
  load_balancer {
    target_group_arn = "arn"
    container_name   = "wards"
    container_port   = 8080
  }
}

resource "aws_ecs_service" "bookings" {
  name = "bookings"
  # ok: release-stops-the-service
  deployment_minimum_healthy_percent = "50"
  load_balancer {
    target_group_arn = "arn"
    container_name   = "bookings"
    container_port   = 8080
  }
  deployment_controller {
    type = "ECS"
  }
}

# nothing sends requests to a worker that may run once only
resource "aws_ecs_service" "worker" {
  name                               = "worker"
  deployment_minimum_healthy_percent = 0
}

# CodeDeploy starts the new copies beside the old ones
resource "aws_ecs_service" "swapped" {
  name                               = "swapped"
  deployment_minimum_healthy_percent = 0
  load_balancer {
    target_group_arn = "arn"
    container_name   = "swapped"
    container_port   = 8080
  }
  deployment_controller {
    type = "CODE_DEPLOY"
  }
}

resource "aws_ecs_service" "elsewhere" {
  name = "elsewhere"
  # open: release-stops-the-service
  deployment_minimum_healthy_percent = var.least
  load_balancer {
    target_group_arn = "arn"
    container_name   = "elsewhere"
    container_port   = 8080
  }
}

# ruleid: release-stops-the-service
resource "google_compute_region_instance_group_manager" "api" {
  name = "api"
  update_policy {
    type           = "PROACTIVE"
    minimal_action = "REPLACE"
    max_unavailable_percent = 100
  }
}

# ok: release-stops-the-service
resource "google_compute_instance_group_manager" "edge" {
  name = "edge"
  update_policy {
    type                    = "PROACTIVE"
    minimal_action          = "REPLACE"
    max_unavailable_percent = 25
  }
}

module "clinics" {
  source = "./modules/service"
  # ruleid: release-stops-the-service
  least = 0
}

module "labs" {
  source = "./modules/service"
  # ok: release-stops-the-service
  least = 100
}

# It has no policy by which it is released.
# ok: release-stops-the-service
resource "google_compute_instance_group_manager" "batch" {
  name = "batch"
  dynamic "update_policy" {
    for_each = []
    content {
      type                    = "PROACTIVE"
      minimal_action          = "REPLACE"
      max_unavailable_percent = 100
    }
  }
}
