resource "aws_ecs_service" "portal" {
  name = "portal"
}

resource "aws_db_instance" "records" {
  identifier = "records"
  engine     = "postgres"
}

resource "azurerm_management_lock" "records" {
  name       = "records"
  scope      = "records"
  lock_level = "CanNotDelete"
}
