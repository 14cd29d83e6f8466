resource "azurerm_logic_app_workflow" "one" {
  name = "one"
}
