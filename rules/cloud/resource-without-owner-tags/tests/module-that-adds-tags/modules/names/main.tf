# What it adds is all that it has, whoever calls it.
resource "azurerm_linux_virtual_machine" "names" {
  name = "names"
  size = "Standard_D2s_v5"
  tags = { Purpose = "names" }
}
