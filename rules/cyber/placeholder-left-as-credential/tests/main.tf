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
    }
  }
}

data "aws_secretsmanager_secret_version" "session" {
  secret_id = "session"
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

# ok: placeholder-left-as-credential
resource "aws_elastic_beanstalk_environment" "given" {
  name = "given"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SESSION_SECRET"
    value     = var.mail_password
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
