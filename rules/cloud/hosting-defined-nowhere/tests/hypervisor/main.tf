resource "proxmox_virtual_environment_vm" "app" {
  name = "app"
}
