resource "vsphere_virtual_machine" "records" {
  name = "records-01"
}
