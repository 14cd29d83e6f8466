resource "azurerm_cosmosdb_account" "c" {
  name     = "c"
  location = "uksouth"
  geo_location {
    location          = "uksouth"
    failover_priority = 0
  }
  geo_location {
    location          = "UK West"
    failover_priority = 1
  }
}

resource "azurerm_container_registry" "i" {
  name     = "i"
  location = "uksouth"
  sku      = "Premium"
  georeplications {
    location = "ukwest"
  }
}

resource "google_secret_manager_secret" "s" {
  secret_id = "s"
  replication {
    user_managed {
      replicas {
        location = "europe-west2"
      }
    }
  }
}

resource "aws_dynamodb_table" "single" {
  name = "single"
}

resource "aws_secretsmanager_secret" "single" {
  name = "single"
}

resource "azurerm_cosmosdb_account" "one" {
  name     = "one"
  location = "northeurope"
  geo_location {
    location          = "northeurope"
    failover_priority = 0
  }
}

resource "azurerm_container_registry" "plain" {
  name     = "plain"
  location = "uksouth"
  sku      = "Basic"
}
