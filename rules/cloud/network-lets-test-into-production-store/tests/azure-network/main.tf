resource "azurerm_virtual_network" "main" {
  address_space = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "apps" {
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ["10.0.1.0/24"]
}
resource "azurerm_subnet" "data" {
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ["10.0.2.0/24"]
}
resource "azurerm_linux_web_app" "import" {
  name                      = "import"
  virtual_network_subnet_id = azurerm_subnet.apps.id
  tags                      = { environment = "uat" }
}
resource "azurerm_postgresql_flexible_server" "records" {
  name                = "records"
  delegated_subnet_id = azurerm_subnet.data.id
  tags                = { environment = "live" }
}
