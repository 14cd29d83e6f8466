provider "vsphere" {
  vsphere_server = "vcenter.trust.example"
}

data "vsphere_datacenter" "main" {
  name = "dc-01"
}

# ruleid: hypervisor-instead-of-public-cloud
resource "vsphere_virtual_machine" "app" {
  name             = "pas-app-01"
  resource_pool_id = data.vsphere_datacenter.main.id
  num_cpus         = var.cpus
  memory           = 16384
}

provider "openstack" {
  auth_url = "https://keystone.trust.example:5000/v3"
}

# ruleid: hypervisor-instead-of-public-cloud
resource "openstack_compute_instance_v2" "worker" {
  count       = 3
  name        = "worker"
  flavor_name = "m1.large"
}

variable "cpus" {}

# Rights on the hypervisor are no machines: one finding for the machine is enough.
# ok: hypervisor-instead-of-public-cloud
resource "proxmox_virtual_environment_role" "csi" {
  role_id    = "CSI"
  privileges = ["VM.Audit"]
}
