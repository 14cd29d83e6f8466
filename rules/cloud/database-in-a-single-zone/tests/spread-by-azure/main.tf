resource "azurerm_redis_cache" "sessions" {
  name     = "sessions"
  location = "uksouth"
  sku_name = "Premium"
}
