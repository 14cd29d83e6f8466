locals {
  env = [
    {
      # ok: key-among-app-settings
      name = "AWS_SECRET_ACCESS_KEY"
      valueFrom = {
        secretKeyRef = var.store_key
      }
    },
  ]
  vault_secrets = {
    # ok: key-among-app-settings
    COSMOS_KEY = azurerm_cosmosdb_account.records.primary_key
  }
}
