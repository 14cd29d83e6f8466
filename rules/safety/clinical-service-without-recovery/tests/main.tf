variable "circuit_breaker" {
  type = bool
}

# ruleid: clinical-service-without-recovery
resource "aws_ecs_service" "prescriptions" {
  name = "rx"
}

# ruleid: clinical-service-without-recovery
resource "aws_ecs_service" "patient_api" {
  name = "api"
  deployment_controller {
    type = "ECS"
  }
  deployment_circuit_breaker {
    enable   = true
    rollback = false
  }
  alarms {
    alarm_names = ["errors"]
    enable      = true
    rollback    = false
  }
}

# ruleid: clinical-service-without-recovery
resource "aws_ecs_service" "patient_list" {
  name = "list"
  deployment_circuit_breaker {
    enable   = false
    rollback = true
  }
  alarms {
    alarm_names = ["errors"]
    enable      = false
    rollback    = true
  }
}

# ok: clinical-service-without-recovery
resource "aws_ecs_service" "allergies" {
  name = "allergies"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

# ok: clinical-service-without-recovery
resource "aws_ecs_service" "triage" {
  name = "triage"
  deployment_controller {
    type = "CODE_DEPLOY"
  }
}

# ok: clinical-service-without-recovery
resource "aws_ecs_service" "vaccinations" {
  name = "vaccinations"
  alarms {
    alarm_names = ["errors"]
    enable      = true
    rollback    = true
  }
}

# open: clinical-service-without-recovery
resource "aws_ecs_service" "maternity" {
  name = "maternity"
  deployment_circuit_breaker {
    enable   = var.circuit_breaker
    rollback = true
  }
}

# ok: clinical-service-without-recovery
resource "aws_ecs_service" "intranet" {
  name = "intranet"
}

# ruleid: clinical-service-without-recovery
resource "azurerm_linux_web_app" "fhir_api" {
  name                = "fhir"
  resource_group_name = "rg"
  location            = "uksouth"
  service_plan_id     = "plan"
  site_config {
    always_on = true
  }
}

# ok: clinical-service-without-recovery
resource "azurerm_windows_web_app" "medicines" {
  name                = "medicines"
  resource_group_name = "rg"
  location            = "uksouth"
  service_plan_id     = "plan"
  site_config {
    health_check_path = "/health"
  }
}

# ruleid: clinical-service-without-recovery
resource "azurerm_container_app" "clinical" {
  name          = "clinical"
  revision_mode = "Single"
  template {
    container {
      name  = "app"
      image = "registry.example/app:2.4"
    }
  }
}

# ok: clinical-service-without-recovery
resource "azurerm_container_app" "epr" {
  name          = "epr"
  revision_mode = "Single"
  template {
    container {
      name  = "app"
      image = "registry.example/app:2.4"
      liveness_probe {
        transport = "HTTP"
        port      = 8080
      }
    }
    container {
      name  = "proxy"
      image = "registry.example/proxy:1.0"
    }
  }
}

# ruleid: clinical-service-without-recovery
resource "google_cloud_run_v2_service" "patients" {
  name     = "patients"
  location = "europe-west2"
  template {
    containers {
      image = "registry.example/app:2.4"
    }
  }
}

# ok: clinical-service-without-recovery
resource "google_cloud_run_v2_service" "sepsis" {
  name     = "sepsis"
  location = "europe-west2"
  template {
    containers {
      image = "registry.example/app:2.4"
      liveness_probe {
        http_get {
          path = "/live"
        }
      }
    }
    containers {
      image = "registry.example/proxy:1.0"
    }
  }
}

# ruleid: clinical-service-without-recovery
resource "aws_ecs_service" "radiology" {
  name = "radiology"
  dynamic "deployment_controller" {
    for_each = []
    content {
      type = "CODE_DEPLOY"
    }
  }
  dynamic "deployment_circuit_breaker" {
    for_each = []
    content {
      enable   = true
      rollback = true
    }
  }
  dynamic "alarms" {
    for_each = []
    content {
      alarm_names = ["errors"]
      enable      = true
      rollback    = true
    }
  }
}

# ruleid: clinical-service-without-recovery
resource "azurerm_linux_web_app" "medication" {
  name                = "medication"
  resource_group_name = "rg"
  location            = "uksouth"
  service_plan_id     = "plan"
  dynamic "site_config" {
    for_each = []
    content {
      health_check_path = "/health"
    }
  }
}

# ruleid: clinical-service-without-recovery
resource "azurerm_container_app" "epma" {
  name          = "epma"
  revision_mode = "Single"
  dynamic "template" {
    for_each = []
    content {
      min_replicas = 2
    }
  }
}

# ruleid: clinical-service-without-recovery
resource "google_cloud_run_v2_service" "pacs" {
  name     = "pacs"
  location = "europe-west2"
}
