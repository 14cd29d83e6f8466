resource "azurerm_storage_account" "app" {
  name                     = "stletters"
  resource_group_name      = "rg"
  location                 = "uksouth"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_windows_function_app" "with_key" {
  name                       = "letters"
  resource_group_name        = "rg"
  location                   = "uksouth"
  service_plan_id            = "plan"
  storage_account_name       = azurerm_storage_account.app.name
  # ruleid: function-app-with-storage-key
  storage_account_access_key = azurerm_storage_account.app.primary_access_key
  site_config {}
}

# ok: function-app-with-storage-key
resource "azurerm_linux_function_app" "with_identity" {
  name                          = "bookings"
  resource_group_name           = "rg"
  location                      = "uksouth"
  service_plan_id               = "plan"
  storage_account_name          = azurerm_storage_account.app.name
  storage_uses_managed_identity = true
  site_config {}
  identity {
    type = "SystemAssigned"
  }
}

variable "by_identity" {
  type = bool
}

# open: function-app-with-storage-key
resource "azurerm_linux_function_app" "cannot_tell" {
  name                          = "reports"
  resource_group_name           = "rg"
  location                      = "uksouth"
  service_plan_id               = "plan"
  storage_account_name          = azurerm_storage_account.app.name
  storage_uses_managed_identity = var.by_identity
  site_config {}
}

resource "azurerm_function_app" "older" {
  name                 = "older"
  storage_account_name = azurerm_storage_account.app.name
  # ruleid: function-app-with-storage-key
  storage_account_access_key = azurerm_storage_account.app.primary_access_key
}

# ruleid: function-app-with-storage-key
resource "azurerm_function_app_flex_consumption" "flex" {
  name                        = "flex"
  storage_container_endpoint  = "https://stletters.blob.core.windows.net/app"
  storage_authentication_type = "StorageAccountConnectionString"
  storage_access_key          = azurerm_storage_account.app.primary_access_key
}

# ok: function-app-with-storage-key
resource "azurerm_function_app_flex_consumption" "flex_by_identity" {
  name                        = "flex"
  storage_container_endpoint  = "https://stletters.blob.core.windows.net/app"
  storage_authentication_type = "SystemAssignedIdentity"
}

# It may be set up elsewhere.
# ok: function-app-with-storage-key
resource "azurerm_linux_function_app_slot" "neither" {
  name                 = "neither"
  storage_account_name = azurerm_storage_account.app.name
}

# ok: function-app-with-storage-key
resource "azurerm_linux_function_app" "vault" {
  name                        = "vault"
  storage_key_vault_secret_id = "https://vault.example/secrets/storage"
}

# ok: function-app-with-storage-key
resource "azurerm_windows_function_app_slot" "identity" {
  name                 = "identity"
  storage_account_name = azurerm_storage_account.app.name
  identity {
    type = "SystemAssigned"
  }
}

# An identity for other things, and still the key.
resource "azurerm_linux_function_app" "both" {
  name = "both"
  # ruleid: function-app-with-storage-key
  storage_account_access_key = azurerm_storage_account.app.primary_access_key
  identity {
    type = "SystemAssigned"
  }
}

# ruleid: function-app-with-storage-key
resource "azurerm_function_app_flex_consumption" "both" {
  name               = "both"
  storage_access_key = azurerm_storage_account.app.primary_access_key
  identity {
    type = "SystemAssigned"
  }
}
