resource "azurerm_service_plan" "functions" {
  name                = "discharge-hub-functions"
  location            = azurerm_resource_group.hub.location
  resource_group_name = azurerm_resource_group.hub.name
  os_type             = "Linux"
  sku_name            = "EP1"
}

resource "azurerm_linux_function_app" "notify" {
  name                       = "discharge-hub-notify"
  location                   = azurerm_resource_group.hub.location
  resource_group_name        = azurerm_resource_group.hub.name
  service_plan_id            = azurerm_service_plan.functions.id
  storage_account_name       = azurerm_storage_account.reporting.name
  storage_account_access_key = azurerm_storage_account.reporting.primary_access_key
  https_only                 = false
  tags                       = local.tags

  site_config {
    minimum_tls_version = "1.2"

    application_stack {
      node_version = "16"
    }

    cors {
      allowed_origins = ["*"]
    }
  }

  app_settings = {
    REPORTING_STORAGE = azurerm_storage_account.reporting.primary_connection_string
    LETTERS_KEY       = azurerm_storage_account.letters.primary_access_key
    NOTIFY_API_KEY    = "Password123!"
    DATABASE_URL      = "postgresql://postgres:${var.database_password}@${azurerm_postgresql_flexible_server.hub.fqdn}/discharges"
  }
}

# The newer one shows how the other should be.
resource "azurerm_linux_function_app" "letters" {
  name                          = "discharge-hub-letters"
  location                      = azurerm_resource_group.hub.location
  resource_group_name           = azurerm_resource_group.hub.name
  service_plan_id               = azurerm_service_plan.functions.id
  storage_account_name          = azurerm_storage_account.letters.name
  storage_uses_managed_identity = true
  https_only                    = true
  tags                          = local.tags

  identity {
    type = "SystemAssigned"
  }

  site_config {
    minimum_tls_version = "1.2"

    application_stack {
      python_version = "3.13"
    }

    cors {
      allowed_origins = ["https://hub.riverside.example"]
    }
  }

  app_settings = {
    LETTERS_ACCOUNT = azurerm_storage_account.letters.name
  }
}
