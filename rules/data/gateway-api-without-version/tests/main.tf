# review: gateway-api-without-version
resource "azurerm_api_management_api" "plain" {
  name     = "plain"
  revision = "1"
  path     = "wards"
}

# review: gateway-api-without-version
resource "azurerm_api_management_api" "variants" {
  name     = "variants"
  revision = "1"
  path     = "envoy/wards"
}

# ok: gateway-api-without-version
resource "azurerm_api_management_api" "versioned" {
  name     = "versioned"
  revision = "1"
  path     = "wards"
  version  = "v1"
}

# ok: gateway-api-without-version
resource "azurerm_api_management_api" "in_path" {
  name     = "in_path"
  revision = "1"
  path     = "wards/v1"
}

# ok: gateway-api-without-version
resource "azurerm_api_management_api" "hyphen" {
  name     = "hyphen"
  revision = "1"
  path     = "v2-wards"
}

# open: gateway-api-without-version
resource "azurerm_api_management_api" "unknown" {
  name     = "unknown"
  revision = "1"
  path     = "wards"
  version  = var.version_name
}

variable "version_name" { type = string }
