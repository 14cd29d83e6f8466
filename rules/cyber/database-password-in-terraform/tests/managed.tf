# ok: database-password-in-terraform
resource "aws_db_instance" "managed" {
  engine                      = "postgres"
  manage_master_user_password = true
}

# The provider keeps the password; what is written is not used.
# ok: database-password-in-terraform
resource "aws_rds_cluster" "managed" {
  engine                      = "aurora-postgresql"
  manage_master_user_password = true
  master_password             = "not-used"
}

# ok: database-password-in-terraform
resource "aws_redshift_cluster" "managed" {
  cluster_identifier     = "warehouse"
  manage_master_password = true
  master_password        = "not-used"
}

# ruleid: database-password-in-terraform
resource "google_sql_user" "letters" {
  name     = "letters"
  instance = "records"
  password = "Winter-2019!"
}

# ruleid: database-password-in-terraform
resource "azurerm_postgresql_flexible_server" "letters" {
  name                   = "letters"
  administrator_login    = "letters"
  administrator_password = "Winter-2019!"
}

# ok: database-password-in-terraform
resource "azurerm_postgresql_flexible_server" "generated" {
  name                   = "generated"
  administrator_login    = "letters"
  administrator_password = random_password.letters.result
}

resource "random_password" "letters" {
  length = 32
}
