variable "location" {
  default = "East US"
}

resource "azurerm_storage_account" "letters" {
  name     = "letters"
  location = var.location
  tags     = { data_classification = "personal" }
}
