# ruleid: database-password-in-terraform
resource "aws_db_instance" "records" {
  engine   = "postgres"
  username = "app"
  password = "correct-horse"
}

# ok: database-password-in-terraform
resource "aws_db_instance" "orders" {
  engine                      = "postgres"
  manage_master_user_password = true
}

# open: database-password-in-terraform
resource "azurerm_mssql_server" "records" {
  administrator_login          = "app"
  administrator_login_password = var.password
}

variable "password" {}

# ok: database-password-in-terraform
resource "azurerm_mssql_server" "orders" {
  azuread_administrator {
    azuread_authentication_only = true
  }
}
