resource "aws_ecs_service" "portal" {
  name = "portal"
}

resource "aws_docdb_cluster" "records" {
  cluster_identifier = "records"
  engine     = "docdb"
}

resource "azurerm_management_lock" "records" {
  name       = "records"
  scope      = "records"
  lock_level = "CanNotDelete"
}
