variable "key" {
  type      = string
  sensitive = true
}

# ruleid: service-with-key-instead-of-identity
resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = "arn:aws:iam::111122223333:role/letters"
  environment {
    variables = {
      AWS_SECRET_ACCESS_KEY = var.key
      TABLE                 = "letters"
    }
  }
}

# ok: service-with-key-instead-of-identity
resource "aws_lambda_function" "role" {
  function_name = "role"
  role          = "arn:aws:iam::111122223333:role/letters"
  environment {
    variables = {
      TABLE = "letters"
    }
  }
}

# ruleid: service-with-key-instead-of-identity
resource "azurerm_linux_web_app" "portal" {
  name = "portal"
  app_settings = {
    AZURE_CLIENT_SECRET = "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/client)"
    TITLE               = "Portal"
  }
}

# ok: service-with-key-instead-of-identity
resource "azurerm_linux_function_app" "identity" {
  name = "identity"
  identity {
    type = "SystemAssigned"
  }
  app_settings = {
    QUEUE = "letters"
  }
}

# ruleid: service-with-key-instead-of-identity
resource "azurerm_container_app" "worker" {
  name = "worker"
  template {
    container {
      name  = "worker"
      image = "example/worker:1"
      env {
        name  = "TITLE"
        value = "Worker"
      }
      env {
        name        = "AZURE_CLIENT_SECRET"
        secret_name = "client"
      }
    }
    container {
      name  = "proxy"
      image = "example/proxy:1"
    }
  }
}

# ruleid: service-with-key-instead-of-identity
resource "azurerm_container_group" "job" {
  name = "job"
  identity {
    type = "SystemAssigned"
  }
  container {
    name                         = "job"
    image                        = "example/job:1"
    secure_environment_variables = { ARM_CLIENT_SECRET = var.key, TITLE = "Job" }
  }
}

# ruleid: service-with-key-instead-of-identity
resource "azurerm_container_group" "plain" {
  name = "plain"
  identity {
    type = "SystemAssigned"
  }
  container {
    name                  = "plain"
    image                 = "example/job:1"
    environment_variables = { ARM_CLIENT_SECRET = var.key, TITLE = "Job" }
  }
}

# ruleid: service-with-key-instead-of-identity
resource "google_cloud_run_v2_service" "records" {
  name = "records"
  template {
    containers {
      image = "example/records:1"
      env {
        name = "GOOGLE_CREDENTIALS"
        value_source {
          secret_key_ref {
            secret = "key"
          }
        }
      }
    }
  }
}

# ok: service-with-key-instead-of-identity
resource "google_cloud_run_v2_service" "account" {
  name = "account"
  template {
    service_account = "records@records.iam.gserviceaccount.com"
    containers {
      image = "example/records:1"
    }
  }
}

# ruleid: service-with-key-instead-of-identity
resource "google_cloud_run_service" "first" {
  name = "first"
  template {
    spec {
      service_account_name = "first@records.iam.gserviceaccount.com"
      containers {
        image = "example/proxy:1"
        env {
          name  = "TITLE"
          value = "Proxy"
        }
      }
      containers {
        image = "example/records:1"
        env {
          name  = "TITLE"
          value = "First"
        }
        env {
          name  = "GOOGLE_CREDENTIALS"
          value = var.key
        }
      }
    }
  }
}

# ruleid: service-with-key-instead-of-identity
resource "google_cloudfunctions2_function" "second" {
  name = "second"
  service_config {
    service_account_email = "second@records.iam.gserviceaccount.com"
    environment_variables = { GOOGLE_CREDENTIALS = var.key, TITLE = "Second" }
  }
}

# ruleid: service-with-key-instead-of-identity
resource "google_cloudfunctions_function" "old" {
  name                  = "old"
  service_account_email = "old@records.iam.gserviceaccount.com"
  environment_variables = { GOOGLE_CREDENTIALS = var.key, TITLE = "Second" }
}

# Nothing is said of what it runs as, and it carries no key.
# ok: service-with-key-instead-of-identity
resource "azurerm_windows_web_app" "static" {
  name         = "static"
  app_settings = { TITLE = "Letters" }
}
