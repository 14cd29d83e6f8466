# review: placeholder-left-as-credential
resource "aws_lambda_function" "letters" {
  function_name = "letters"

  environment {
    variables = {
      STAGE          = "live"
      SESSION_SECRET = "changeme"
    }
  }
}

# review: placeholder-left-as-credential
resource "aws_elastic_beanstalk_environment" "letters" {
  name = "letters"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SESSION_SECRET"
    value     = var.session_secret
  }
}

variable "session_secret" {
  default = "Change_Me"
}

# review: placeholder-left-as-credential
resource "azurerm_linux_web_app" "letters" {
  name = "letters"

  app_settings = {
    "Notify__ApiKey" = "replace-me"
  }
}

# ok: placeholder-left-as-credential
resource "aws_lambda_function" "kept" {
  function_name = "kept"

  environment {
    variables = {
      SESSION_SECRET     = data.aws_secretsmanager_secret_version.session.secret_string
      SESSION_SECRET_ARN = "placeholder"
      LABEL              = "default"
      PARAMETER_SECRET   = "default"
      TOKEN_SECRET       = "made-for-this-fixture-only"
    }
  }
}

data "aws_secretsmanager_secret_version" "session" {
  secret_id = "session"
}

# Only the code is left alone.
# review: placeholder-left-as-credential
resource "aws_lambda_function" "released" {
  function_name = "released"

  environment {
    variables = {
      DJANGO_SECRET_KEY = "change-me-in-production"
      TABLE_NAME        = "codes"
    }
  }

  lifecycle {
    ignore_changes = [filename, source_code_hash]
  }
}

# review: placeholder-left-as-credential
resource "azurerm_container_app" "letters" {
  name = "letters"

  template {
    container {
      name = "letters"

      env {
        name  = "STAGE"
        value = "live"
      }

      env {
        name  = "SMTP_PASSWORD"
        value = "<your-password>"
      }
    }

    container {
      name = "telemetry"
    }
  }
}

# ok: placeholder-left-as-credential
resource "google_cloud_run_v2_service" "letters" {
  name     = "letters"
  location = "europe-west2"

  template {
    containers {
      image = "letters"

      env {
        name  = "SESSION_SECRET_NAME"
        value = "default"
      }

      env {
        name  = "LOG_STYLE"
        value = "default"
      }

      env {
        name = "SESSION_SECRET"

        value_source {
          secret_key_ref {
            secret = "session"
          }
        }
      }

      env {
        name  = "MAIL_PASSWORD"
        value = var.mail_password
      }

      env {
        name  = "WELCOME_KEYVAULT_SECRET"
        value = "default"
      }

      env {
        name  = "TOKEN_SECRET"
        value = "made-for-this-fixture-only"
      }
    }
  }
}

# review: placeholder-left-as-credential
resource "google_cloud_run_v2_service" "notices" {
  name     = "notices"
  location = "europe-west2"

  template {
    containers {
      env {
        name  = "STAGE"
        value = "live"
      }

      env {
        name  = "API_KEY"
        value = "tbc"
      }
    }
  }
}

# review: placeholder-left-as-credential
resource "google_cloudfunctions2_function" "letters" {
  name     = "letters"
  location = "europe-west2"

  service_config {
    environment_variables = {
      ENCRYPTION_KEY = "xxxx"
    }
  }
}

# ok: placeholder-left-as-credential
resource "azurerm_windows_web_app" "vault" {
  name = "vault"

  app_settings = {
    "Notify__ApiKey"          = "@Microsoft.KeyVault(SecretUri=https://wards.vault.azure.net/secrets/notify)"
    "Vault__KeyVaultPassword" = "default"
  }
}

# Somebody changes it by hand, and Terraform leaves it alone.
resource "azurerm_linux_web_app" "changed" {
  name = "changed"

  app_settings = {
    "Notify__ApiKey" = "replace-me"
  }

  lifecycle {
    ignore_changes = [app_settings]
  }
}

resource "aws_lambda_function" "whole" {
  function_name = "whole"

  environment {
    variables = {
      SESSION_SECRET = "changeme"
    }
  }

  lifecycle {
    ignore_changes = all
  }
}

resource "aws_lambda_function" "one" {
  function_name = "one"

  environment {
    variables = {
      SESSION_SECRET = "changeme"
    }
  }

  lifecycle {
    ignore_changes = [environment[0].variables["SESSION_SECRET"]]
  }
}

# ok: placeholder-left-as-credential
resource "aws_elastic_beanstalk_environment" "given" {
  name = "given"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SESSION_SECRET"
    value     = var.mail_password
  }

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "GREETING"
    value     = "default"
  }

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SECRETS_MANAGER_SECRET"
    value     = "default"
  }

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "TOKEN_SECRET"
    value     = "made-for-this-fixture-only"
  }

  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "Password"
    value     = "default"
  }
}

variable "mail_password" {
  type = string
}

# review: placeholder-left-as-credential
resource "google_cloud_run_v2_job" "letters" {
  name = "letters"

  template {
    template {
      containers {
        image = "letters@sha256:0000"
      }
    }
    containers {
      env {
        name  = "STORE_CONNECTION_STRING_VALUE"
        value = "to-be-replaced"
      }
    }
  }
}
