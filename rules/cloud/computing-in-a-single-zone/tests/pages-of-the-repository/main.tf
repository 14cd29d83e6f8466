resource "azurerm_storage_account" "pages" {
  name                     = "pages"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_storage_container" "pages" {
  name                 = "pages"
  storage_account_name = azurerm_storage_account.pages.name
}

resource "azurerm_storage_blob" "closed" {
  name                   = "closed.html"
  storage_account_name   = azurerm_storage_account.pages.name
  storage_container_name = azurerm_storage_container.pages.name
  type                   = "Block"
  source                 = "./pages/closed.html"
}
