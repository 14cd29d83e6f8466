variable "replication" {
  type = string
}

resource "azurerm_storage_account" "letters" {
  name                     = "letters"
  account_replication_type = var.replication
}
