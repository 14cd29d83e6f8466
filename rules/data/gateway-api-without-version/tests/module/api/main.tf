variable "path" { type = string }

variable "api_version" {
  type    = string
  default = null
}

resource "azurerm_api_management_api" "this" {
  name     = "x"
  revision = "1"
  # review: gateway-api-without-version
  path     = var.path
  version  = var.api_version
}
