provider "azurerm" {
  features {}
}

variable "tags" {
  type = map(string)
  default = {
    Environment = "Dev"
    Product     = "Bookings"
    ManagedBy   = "Terraform"
  }
}

resource "azurerm_resource_group" "letters" {
  name     = "letters"
  location = "uksouth"
  tags     = var.tags
}
