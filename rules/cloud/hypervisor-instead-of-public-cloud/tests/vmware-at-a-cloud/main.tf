resource "azurerm_vmware_private_cloud" "records" {
  name     = "records"
  location = "uksouth"
}

resource "vsphere_virtual_machine" "engine" {
  name = "engine"
}
