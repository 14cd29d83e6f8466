resource "aws_db_instance" "records" {
  engine   = "postgres"
  username = "app"
  # ruleid: database-password-in-terraform
  password = "correct-horse"
}

# ok: database-password-in-terraform
resource "aws_db_instance" "orders" {
  engine                      = "postgres"
  manage_master_user_password = true
}

resource "azurerm_mssql_server" "records" {
  administrator_login          = "app"
  # ok: database-password-in-terraform
  administrator_login_password = var.password
}

variable "password" {}

resource "random_password" "generated" {
  for_each = toset(["gp"])
  length   = 32
}

resource "aws_db_instance" "generated" {
  # ok: database-password-in-terraform
  password = random_password.generated["gp"].result
}

data "aws_secretsmanager_secret_version" "master" {
  secret_id = "records/master"
}

resource "aws_rds_cluster" "kept_in_a_store" {
  # ok: database-password-in-terraform
  master_password = jsondecode(data.aws_secretsmanager_secret_version.master.secret_string)["password"]
}

variable "own_password" {}

resource "aws_rds_cluster" "maybe_written" {
  # open: database-password-in-terraform
  master_password = var.own_password == "" ? "correct-horse" : var.own_password
}

variable "kept_secret" {
  sensitive = true
}

resource "aws_docdb_cluster" "of_a_sensitive_variable" {
  # ok: database-password-in-terraform
  master_password = var.kept_secret
}

variable "kept_secret_with_default" {
  sensitive = true
  default   = "correct-horse"
}

resource "aws_docdb_cluster" "of_a_sensitive_default" {
  # open: database-password-in-terraform
  master_password = var.kept_secret_with_default
}

# ok: database-password-in-terraform
resource "azurerm_mssql_server" "orders" {
  azuread_administrator {
    azuread_authentication_only = true
  }
}

resource "azurerm_postgresql_server" "single" {
  administrator_login          = "app"
  # ruleid: database-password-in-terraform
  administrator_login_password = "correct-horse"
}

resource "azurerm_mysql_server" "single" {
  administrator_login          = "app"
  # ok: database-password-in-terraform
  administrator_login_password = random_password.generated["gp"].result
}

# A value that opens nothing, until the store of secrets gives one.
resource "aws_db_instance" "restored" {
  engine = "postgres"
  # ok: database-password-in-terraform
  password = "placeholder"
}
