resource "azurerm_storage_account" "letters" {
  name     = "letters"
  location = "uksouth"
  tags     = { environment = "live" }
}
resource "azurerm_user_assigned_identity" "import" {
  name = "import"
  tags = { environment = "preprod" }
}
resource "azurerm_role_assignment" "import" {
  scope                = azurerm_storage_account.letters.id
  role_definition_name = "Storage Blob Data Reader"
  principal_id         = azurerm_user_assigned_identity.import.principal_id
}
resource "azurerm_linux_web_app" "import" {
  name = "import"
  tags = { environment = "preprod" }
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.import.id]
  }
}
