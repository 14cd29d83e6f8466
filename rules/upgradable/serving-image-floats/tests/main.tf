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
