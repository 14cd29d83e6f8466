variable "project" {
  type = string
}

variable "image" {
  type = string
}

# ruleid: serving-image-floats
resource "google_cloud_run_service" "converter" {
  name     = "converter"
  location = "europe-west2"
  template {
    spec {
      containers {
        image = "europe-west2-docker.pkg.dev/${var.project}/images/converter:latest"
      }
    }
  }
}

# ruleid: serving-image-floats
resource "aws_ecs_task_definition" "letters" {
  family = "letters"
  container_definitions = jsonencode([
    { name = "letters", image = "registry.example/letters:4.2.1" },
    { name = "side", image = "registry.example/side" },
  ])
}

# ok: serving-image-floats
resource "google_cloud_run_v2_service" "versioned" {
  name     = "versioned"
  location = "europe-west2"
  template {
    containers {
      image = "europe-west2-docker.pkg.dev/${var.project}/images/versioned:4.2.1"
    }
  }
}

# ok: serving-image-floats
resource "google_cloud_run_v2_service" "pinned" {
  name     = "pinned"
  location = "europe-west2"
  template {
    containers {
      image = "europe-west2-docker.pkg.dev/records/images/pinned@sha256:0000000000000000000000000000000000000000000000000000000000000000"
    }
  }
}

# The release gives it, here by a variable and there by hand of the pipeline: nothing is said.
resource "google_cloud_run_v2_service" "given" {
  name     = "given"
  location = "europe-west2"
  template {
    containers {
      image = var.image
    }
  }
}

resource "google_cloud_run_v2_service" "first_only" {
  name     = "first-only"
  location = "europe-west2"
  template {
    containers {
      image = "europe-west2-docker.pkg.dev/records/images/first:latest"
    }
  }
  lifecycle {
    ignore_changes = [template[0].containers[0].image]
  }
}

# In a registry that Terraform makes.
resource "aws_ecr_repository" "scan" {
  name = "scan"
}

# ruleid: serving-image-floats
resource "aws_lambda_function" "scan" {
  function_name = "scan"
  role          = "arn:aws:iam::111122223333:role/scan"
  package_type  = "Image"
  image_uri     = "${aws_ecr_repository.scan.repository_url}:latest"
}

# ruleid: serving-image-floats
resource "azurerm_linux_web_app" "portal" {
  name                = "portal"
  resource_group_name = "portal"
  location            = "uksouth"
  service_plan_id     = "plan"
  site_config {
    application_stack {
      docker_image_name = "letters/portal:main"
    }
  }
}

# One of two containers, from a list.
locals {
  containers = { proxy = "registry.example/proxy:1.2.0", scanner = "registry.example/scanner:edge" }
}

# ruleid: serving-image-floats
resource "azurerm_container_group" "scanner" {
  name                = "scanner"
  resource_group_name = "portal"
  location            = "uksouth"
  os_type             = "Linux"
  dynamic "container" {
    for_each = local.containers
    content {
      name   = container.key
      image  = container.value
      cpu    = "1"
      memory = "1"
    }
  }
}

# Its own image is given by the release, the one beside it has a version.
# ok: serving-image-floats
resource "aws_ecs_task_definition" "beside" {
  family = "beside"
  container_definitions = jsonencode([
    { name = "beside", image = var.image },
    { name = "proxy", image = "registry.example/proxy:1.2.0" },
  ])
}

# ok: serving-image-floats
resource "aws_apprunner_service" "booking" {
  service_name = "booking"
  source_configuration {
    image_repository {
      image_identifier      = "registry.example/booking:2025-09-01"
      image_repository_type = "ECR"
    }
  }
}

# A function of a file has no image.
resource "aws_lambda_function" "zip" {
  function_name = "zip"
  role          = "arn:aws:iam::111122223333:role/zip"
  filename      = "zip.zip"
  handler       = "main.latest"
}

variable "stream" {
  type    = string
  default = "stable"
}

# By a variable that has a value of its own; that other things are left alone changes nothing.
# ruleid: serving-image-floats
resource "azurerm_container_app" "wards" {
  name                         = "wards"
  resource_group_name          = "portal"
  container_app_environment_id = "environment"
  revision_mode                = "Single"
  template {
    container {
      name   = "wards"
      image  = "registry.example/wards:${var.stream}"
      cpu    = 1
      memory = "1Gi"
    }
  }
  lifecycle {
    ignore_changes = [tags]
  }
}
