# ok: database-password-in-terraform
resource "aws_db_instance" "managed" {
  engine                      = "postgres"
  manage_master_user_password = true
}

# The provider keeps the password; what is written is not used.
resource "aws_rds_cluster" "managed" {
  engine                      = "aurora-postgresql"
  manage_master_user_password = true
  # ok: database-password-in-terraform
  master_password             = "not-used"
}

resource "aws_redshift_cluster" "managed" {
  cluster_identifier     = "warehouse"
  manage_master_password = true
  # ok: database-password-in-terraform
  master_password        = "not-used"
}

resource "google_sql_user" "letters" {
  name     = "letters"
  instance = "records"
  # ruleid: database-password-in-terraform
  password = "Winter-2019!"
}

resource "azurerm_postgresql_flexible_server" "letters" {
  name                   = "letters"
  administrator_login    = "letters"
  # ruleid: database-password-in-terraform
  administrator_password = "Winter-2019!"
}

resource "azurerm_postgresql_flexible_server" "generated" {
  name                   = "generated"
  administrator_login    = "letters"
  # ok: database-password-in-terraform
  administrator_password = random_password.letters.result
}

resource "random_password" "letters" {
  length = 32
}

resource "azurerm_postgresql_flexible_server" "blank" {
  name                   = "blank"
  administrator_login    = "letters"
  # ok: database-password-in-terraform
  administrator_password = "XXXXXXXXXXXX"
}

resource "azurerm_postgresql_flexible_server" "digits" {
  name                   = "digits"
  administrator_login    = "letters"
  # ruleid: database-password-in-terraform
  administrator_password = "000000000000"
}
