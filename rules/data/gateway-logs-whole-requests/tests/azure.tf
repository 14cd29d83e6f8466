# ruleid: gateway-logs-whole-requests
resource "azurerm_api_management_diagnostic" "whole" {
  identifier               = "applicationinsights"
  api_management_name      = "t"
  resource_group_name      = "t"
  api_management_logger_id = "l"
  frontend_request {
    body_bytes = 8192
  }
}

# ruleid: gateway-logs-whole-requests
resource "azurerm_api_management_api_diagnostic" "answers" {
  identifier               = "applicationinsights"
  api_management_name      = "t"
  resource_group_name      = "t"
  api_management_logger_id = "l"
  api_name                 = "wards"
  frontend_response {
    body_bytes = 32
  }
}

# ruleid: gateway-logs-whole-requests
resource "azurerm_api_management_api_diagnostic" "behind" {
  identifier               = "applicationinsights"
  api_management_name      = "t"
  resource_group_name      = "t"
  api_management_logger_id = "l"
  api_name                 = "wards"
  backend_request {
    body_bytes = 32
  }
}

# ruleid: gateway-logs-whole-requests
resource "azurerm_api_management_api_diagnostic" "back" {
  identifier               = "applicationinsights"
  api_management_name      = "t"
  resource_group_name      = "t"
  api_management_logger_id = "l"
  api_name                 = "wards"
  backend_response {
    body_bytes = 32
  }
}

# ok: gateway-logs-whole-requests
resource "azurerm_api_management_diagnostic" "headers" {
  identifier               = "applicationinsights"
  api_management_name      = "t"
  resource_group_name      = "t"
  api_management_logger_id = "l"
  frontend_request {
    body_bytes     = 0
    headers_to_log = ["accept"]
  }
  backend_response {
    headers_to_log = ["content-type"]
  }
}

# ruleid: gateway-logs-whole-requests
resource "azurerm_api_management_diagnostic" "one_of_two" {
  identifier               = "applicationinsights"
  api_management_name      = "t"
  resource_group_name      = "t"
  api_management_logger_id = "l"
  frontend_request {
    body_bytes = 0
  }
  frontend_response {
    body_bytes = 64
  }
}
