# ruleid: credential-written-for-a-function
resource "aws_lambda_function" "letters" {
  function_name = "letters"

  environment {
    variables = {
      STAGE       = "live"
      DB_PASSWORD = "Winter-2019!"
    }
  }
}

# ok: credential-written-for-a-function
resource "aws_lambda_function" "kept" {
  function_name = "kept"

  environment {
    variables = {
      STAGE             = "live-environment"
      DB_PASSWORD_ARN   = "arn:aws:secretsmanager:eu-west-2:999999999999:secret:db"
      API_KEY           = aws_ssm_parameter.key.value
      API_TOKEN_SECRET  = "/letters/token"
      SESSION_SECRET    = "letters-session-secret"
      DB_PASSWORD_POLICY = "twelve-characters"
    }
  }
}

resource "aws_ssm_parameter" "key" {
  name = "key"
  type = "SecureString"
}

# Has no settings.
resource "aws_lambda_function" "bare" {
  function_name = "bare"
}

# ruleid: credential-written-for-a-function
resource "azurerm_linux_web_app" "letters" {
  name = "letters"

  app_settings = {
    "Notify__ApiKey" = "8d1f5b7c-letters"
  }
}

# ok: credential-written-for-a-function
resource "azurerm_linux_function_app" "kept" {
  name = "kept"

  app_settings = {
    "Notify__ApiKey"                        = "@Microsoft.KeyVault(SecretUri=https://kept.vault.azure.net/secrets/notify)"
    "Letters__ApiKey"                       = "@Microsoft.KeyVault(SecretUri=${azurerm_key_vault.kept.vault_uri}secrets/letters)"
    "SECRET_STORE_NAME"                     = "kept-vault-store"
    "APPLICATIONINSIGHTS_CONNECTION_STRING" = "InstrumentationKey=00000000-0000-0000-0000-000000000000"
    "FUNCTIONS_WORKER_RUNTIME"              = "dotnet-isolated"
  }
}

# ruleid: credential-written-for-a-function
resource "azurerm_container_group" "letters" {
  name = "letters"

  container {
    name = "letters"

    environment_variables = {
      MQ_PASSWORD = "Winter-2019!"
    }
  }
}

# ok: credential-written-for-a-function
resource "azurerm_container_group" "kept" {
  name = "kept"

  container {
    name = "kept"

    environment_variables = {
      STAGE                = "live-environment"
      SECRET_NAME          = "letters-mq-reader"
      DB_PASSWORD          = "change-me-at-first"
      QUEUE_ACCESS_KEY     = azurerm_storage_account.kept.primary_access_key
    }
  }
}

resource "azurerm_storage_account" "kept" {
  name = "kept"
}

# ruleid: credential-written-for-a-function
resource "google_cloudfunctions_function" "letters" {
  name = "letters"

  environment_variables = {
    API_KEY = "b91d0f4e2c7a"
  }
}

# ok: credential-written-for-a-function
resource "google_cloudfunctions_function" "kept" {
  name = "kept"

  environment_variables = {
    STAGE           = "live-environment"
    API_KEY         = google_secret_manager_secret_version.key.secret_data
    API_KEY_VERSION = "letters-7-2024"
  }
}

resource "google_secret_manager_secret_version" "key" {
  secret = "key"
}

# ruleid: credential-written-for-a-function
resource "google_cloudfunctions2_function" "letters" {
  name = "letters"

  service_config {
    environment_variables = {
      ACCESS_TOKEN = "b91d0f4e2c7a"
    }
  }
}

# ok: credential-written-for-a-function
resource "google_cloudfunctions2_function" "kept" {
  name = "kept"

  service_config {
    environment_variables = {
      STAGE            = "live-environment"
      ACCESS_TOKEN     = "projects/records/secrets/token"
      AUTH_TOKEN       = google_secret_manager_secret_version.key.secret_data
      ACCESS_TOKEN_TTL = "3600-seconds"
    }
  }
}

# ruleid: credential-written-for-a-function
resource "google_cloud_run_v2_service" "letters" {
  name = "letters"

  template {
    containers {
      image = "europe-west2-docker.pkg.dev/records/letters:1"

      env {
        name  = "STAGE"
        value = "live"
      }

      env {
        name  = "DB_PASSWORD"
        value = "Winter-2019!"
      }
    }
  }
}

# ok: credential-written-for-a-function
resource "google_cloud_run_v2_service" "kept" {
  name = "kept"

  template {
    containers {
      image = "europe-west2-docker.pkg.dev/records/letters:1"

      env {
        name  = "STAGE"
        value = "live-environment"
      }

      env {
        name  = "SECRET_NAME"
        value = "letters-db-reader"
      }

      env {
        name  = "API_KEY"
        value = google_secret_manager_secret_version.key.secret_data
      }

      env {
        name  = "API_TOKEN_SECRET"
        value = "none"
      }

      env {
        name  = "PARTNER_SECRET"
        value = "projects/records/secrets/${google_secret_manager_secret_version.key.version}"
      }

      env {
        name = "DB_PASSWORD"

        value_source {
          secret_key_ref {
            secret  = "db"
            version = "latest"
          }
        }
      }
    }
  }
}

variable "settings" {
  type = map(string)
}

# open: credential-written-for-a-function
resource "azurerm_windows_web_app" "unknown" {
  name         = "unknown"
  app_settings = var.settings
}

# One container of two.
# ruleid: credential-written-for-a-function
resource "google_cloud_run_v2_job" "letters" {
  name = "letters"

  template {
    containers {
      image = "europe-west2-docker.pkg.dev/records/proxy:1"
    }

    containers {
      image = "europe-west2-docker.pkg.dev/records/letters:1"

      env {
        name  = "DB_PASSWORD"
        value = "Winter-2019!"
      }
    }
  }
}

resource "azurerm_key_vault" "kept" {
  name = "kept"
}

# ok: credential-written-for-a-function
resource "aws_lambda_function" "emulated" {
  environment {
    variables = {
      STORE_CONNECTION_STRING = "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
      SESSION_SECRET          = "unused_but_asked_for"
    }
  }
}

# For so many seconds; a table.
# ok: credential-written-for-a-function
resource "aws_lambda_function" "sign_in" {
  function_name = "sign-in"

  environment {
    variables = {
      ACCESS_TOKEN_LIFETIME = "604800"
      ACCESS_TOKEN_TABLE    = "letters-tokens-live"
    }
  }
}
