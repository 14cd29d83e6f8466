variable "location" {}
resource "azurerm_storage_account" "letters" {
  name     = "letters"
  location = var.location
  tags     = { data_classification = "personal" }
}
