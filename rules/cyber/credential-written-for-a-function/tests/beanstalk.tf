# ruleid: credential-written-for-a-function
resource "aws_elastic_beanstalk_environment" "letters" {
  name = "letters"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "LoadBalanced"
  }

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SESSION_SECRET"
    value     = "Winter-2019!"
  }
}

# ruleid: credential-written-for-a-function
resource "aws_elastic_beanstalk_environment" "accounts" {
  name = "accounts"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "ACCOUNTS"
    value = jsonencode([
      { "name" : "nurse", "password" : "Winter" },
    ])
  }
}

# ruleid: credential-written-for-a-function
resource "aws_lambda_function" "accounts" {
  function_name = "accounts"

  environment {
    variables = {
      MAIL_SETTINGS = "{\"host\": \"mail\", \"password\": \"Winter-2019\"}"
    }
  }
}

# ok: credential-written-for-a-function
resource "aws_elastic_beanstalk_environment" "kept" {
  name = "kept"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SESSION_SECRET"
    value     = data.aws_secretsmanager_secret_version.session.secret_string
  }

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "MAIL_SETTINGS"
    value     = jsonencode({ "host" : "mail", "password" : "" })
  }

  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "EC2KeyName"
    value     = "operators-2024"
  }
}

data "aws_secretsmanager_secret_version" "session" {
  secret_id = "session"
}

# ok: credential-written-for-a-function
resource "aws_elastic_beanstalk_environment" "given" {
  name = "given"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SESSION_SECRET"
    value     = var.session_secret
  }
}

variable "session_secret" {
  type = string
}

# The database that comes with it.
# ruleid: credential-written-for-a-function
resource "aws_elastic_beanstalk_environment" "store" {
  name = "store"

  setting {
    namespace = "aws:rds:dbinstance"
    name      = "DBPassword"
    value     = "Winter-2019!"
  }
}

# Labels of a form, where a secret lies, and what is given from outside.
# ok: credential-written-for-a-function
resource "aws_elastic_beanstalk_environment" "labels" {
  name = "labels"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "FORM_LABELS"
    value     = jsonencode({ "name" : "Your name", "password" : "Your password" })
  }

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SECRETS_MANAGER_NAME"
    value     = "letters-live-values"
  }

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "SESSION_SECRET"
    value     = "/letters/live/session"
  }
}

variable "user_secrets" {
  type = string
}

# ok: credential-written-for-a-function
resource "aws_lambda_function" "labels" {
  function_name = "labels"

  environment {
    variables = {
      FORM_LABELS = "{\"name\": \"Your name\", \"password\": \"Your password\"}"
      USERS       = var.user_secrets
      API_KEY     = var.user_secrets
    }
  }
}
