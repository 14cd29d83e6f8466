# review: database-engine-in-a-cloud-container
resource "aws_ecs_task_definition" "db" {
  family = "db"
  container_definitions = jsonencode([
    { name = "db", image = "public.ecr.aws/docker/library/postgres:16", memory = 512 },
  ])
}

# ok: database-engine-in-a-cloud-container
resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    { name = "api", image = "111122223333.dkr.ecr.eu-west-2.amazonaws.com/records-postgres-api:1.2.3", memory = 512 },
  ])
}

variable "container_definitions" {
  type = string
}

# open: database-engine-in-a-cloud-container
resource "aws_ecs_task_definition" "given" {
  family                = "given"
  container_definitions = var.container_definitions
}

# review: database-engine-in-a-cloud-container
resource "azurerm_container_group" "queue" {
  name = "queue"
  container {
    name  = "tools"
    image = "registry.example/tools:1"
  }
  container {
    name  = "queue"
    image = "rabbitmq:3-management"
  }
}

# ok: database-engine-in-a-cloud-container
resource "azurerm_container_group" "tools" {
  name = "tools"
  container {
    name  = "tools"
    image = "registry.example/tools:1"
  }
}

# review: database-engine-in-a-cloud-container
resource "azurerm_container_app" "cache" {
  name = "cache"
  template {
    container {
      name  = "cache"
      image = "docker.io/redis:7"
    }
    container {
      name  = "metrics"
      image = "registry.example/exporter:1"
    }
  }
}

# ok: database-engine-in-a-cloud-container
resource "azurerm_container_app" "api" {
  name = "api"
  template {
    container {
      name  = "api"
      image = "registry.example/api:1"
    }
  }
}

# review: database-engine-in-a-cloud-container
resource "google_cloud_run_v2_service" "search" {
  name     = "search"
  location = "europe-west2"
  template {
    containers {
      image = "docker.elastic.co/elasticsearch/elasticsearch:8.15.0"
    }
    containers {
      image = "registry.example/proxy:1"
    }
  }
}

# ok: database-engine-in-a-cloud-container
resource "google_cloud_run_v2_service" "api" {
  name     = "api"
  location = "europe-west2"
  template {
    containers {
      image = "europe-west2-docker.pkg.dev/p/r/api:1"
    }
  }
}

# review: database-engine-in-a-cloud-container
resource "helm_release" "db" {
  name       = "db"
  repository = "https://charts.bitnami.com/bitnami"
  chart      = "postgresql"
}

# What looks after a managed database is no database.
resource "helm_release" "exporter" {
  name       = "exporter"
  repository = "https://prometheus-community.github.io/helm-charts"
  chart      = "prometheus-redis-exporter"
}

resource "aws_ecr_repository" "api" {
  name = "api"
}

# What this system builds itself is no engine.
# ok: database-engine-in-a-cloud-container
resource "aws_ecs_task_definition" "own" {
  family = "own"
  container_definitions = jsonencode([
    { name = "api", image = "${aws_ecr_repository.api.repository_url}:${var.container_definitions}", memory = 512 },
  ])
}
