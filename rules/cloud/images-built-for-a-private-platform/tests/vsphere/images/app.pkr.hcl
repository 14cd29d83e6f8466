packer {}

source "vsphere-iso" "app" {
  vcenter_server = "vcenter.example.org"
}
