# ruleid: every-origin-may-read-answers
resource "azurerm_container_app" "open" {
  ingress {
    cors {
      allowed_origins = ["https://clinic.example.org", "*"]
    }
  }
}

# ruleid: every-origin-may-read-answers
resource "azurerm_api_management_api_policy" "open" {
  xml_content = <<XML
<policies><inbound><cors><allowed-origins><origin>*</origin></allowed-origins></cors></inbound></policies>
XML
}

# ok: every-origin-may-read-answers
resource "azurerm_api_management_api_policy" "named" {
  xml_content = <<XML
<policies><inbound><cors><allowed-origins><origin>https://clinic.example.org</origin></allowed-origins></cors></inbound></policies>
XML
}

resource "azurerm_api_management_api_policy" "limits" {
  xml_content = "<policies><inbound><rate-limit calls='10' /></inbound></policies>"
}

# ruleid: every-origin-may-read-answers
resource "azurerm_healthcare_service" "open" {
  cors_configuration {
    allowed_origins = ["https://a.example.org", "*"]
  }
}

# ruleid: every-origin-may-read-answers
resource "azurerm_healthcare_fhir_service" "open" {
  cors {
    allowed_origins = ["https://a.example.org", "*"]
  }
}

# ok: every-origin-may-read-answers
resource "azurerm_healthcare_fhir_service" "named" {
  cors {
    allowed_origins = ["https://clinic.example.org"]
  }
}

# ruleid: every-origin-may-read-answers
resource "aws_lambda_function_url" "open" {
  cors {
    allow_origins = ["https://clinic.example.org", "*"]
  }
}

# ruleid: every-origin-may-read-answers
resource "aws_cloudfront_response_headers_policy" "open" {
  cors_config {
    access_control_allow_origins {
      items = ["https://a.example.org", "*"]
    }
  }
}

# ok: every-origin-may-read-answers
resource "aws_cloudfront_response_headers_policy" "named" {
  cors_config {
    access_control_allow_origins {
      items = ["https://clinic.example.org"]
    }
  }
}

# ruleid: every-origin-may-read-answers
resource "google_compute_url_map" "open" {
  default_route_action {
    cors_policy {
      allow_origins = ["https://a.example.org", "*"]
    }
  }
}

resource "google_compute_url_map" "plain" {
  default_service = "a"
}

# ok: every-origin-may-read-answers
resource "aws_apigatewayv2_api" "named" {
  cors_configuration {
    allow_origins = ["https://clinic.example.org"]
  }
}

resource "aws_apigatewayv2_api" "without" {
  name = "a"
}

# ok: every-origin-may-read-answers
resource "azurerm_healthcare_service" "named" {
  cors_configuration {
    allowed_origins = ["https://clinic.example.org"]
  }
}

# ok: every-origin-may-read-answers
resource "aws_lambda_function_url" "named" {
  cors {
    allow_origins = ["https://clinic.example.org"]
  }
}

# ok: every-origin-may-read-answers
resource "azurerm_container_app" "named" {
  ingress {
    cors {
      allowed_origins = ["https://clinic.example.org"]
    }
  }
}

# ok: every-origin-may-read-answers
resource "google_compute_url_map" "named" {
  default_route_action {
    cors_policy {
      allow_origins = ["https://clinic.example.org"]
    }
  }
}
