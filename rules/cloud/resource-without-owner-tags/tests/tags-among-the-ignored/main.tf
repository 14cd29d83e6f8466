resource "azurerm_resource_group" "audit" {
  name     = "rg-records-audit"
  location = "uksouth"

  lifecycle {
    ignore_changes = [managed_by, tags]
  }
}
