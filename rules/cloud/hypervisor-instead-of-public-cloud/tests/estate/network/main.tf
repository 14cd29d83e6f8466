resource "nsxt_policy_segment" "wards" {
  display_name = "wards"
}

resource "vsphere_distributed_virtual_switch" "wards" {
  name = "wards"
}
