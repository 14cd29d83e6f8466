resource "azurerm_container_app" "this" {
  ingress {
    target_port = 8080
  }
}
