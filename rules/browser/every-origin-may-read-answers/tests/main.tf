variable "origins" {
  type = list(string)
}

resource "azurerm_linux_function_app" "open" {
  site_config {
    cors {
      # ruleid: every-origin-may-read-answers
      allowed_origins = ["https://a.example.org", "*"]
    }
  }
}

# ok: every-origin-may-read-answers
resource "azurerm_linux_web_app" "named" {
  site_config {
    cors {
      allowed_origins = ["https://clinic.example.org"]
    }
  }
}

# ruleid: every-origin-may-read-answers
resource "aws_apigatewayv2_api" "open" {
  cors_configuration {
    allow_origins = ["https://a.example.org", "*"]
  }
}

# open: every-origin-may-read-answers
resource "aws_lambda_function_url" "unknown" {
  cors {
    allow_origins = var.origins
  }
}

resource "azurerm_linux_web_app" "none" {
  site_config {}
}
