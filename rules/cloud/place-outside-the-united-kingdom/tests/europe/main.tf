provider "aws" {
  region = "eu-west-2"
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

resource "google_storage_bucket" "images" {
  location = "EU"
}

resource "azurerm_storage_account" "letters" {
  location = var.location
}

variable "location" {}
