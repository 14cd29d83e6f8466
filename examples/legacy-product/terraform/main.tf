terraform {
  required_providers {
    vsphere = {
      source  = "hashicorp/vsphere"
      version = ">= 2.0"
    }
    aws = {
      source = "hashicorp/aws"
    }
  }

  backend "local" {
    path = "careledger.tfstate"
  }
}

provider "vsphere" {
  vsphere_server       = "vcenter.careledger.local"
  user                 = "administrator@vsphere.local"
  password             = "Password123!"
  allow_unverified_ssl = true
}

data "vsphere_datacenter" "stockbridge" {
  name = "Stockbridge"
}

data "vsphere_datastore" "san" {
  name          = "SAN-02"
  datacenter_id = data.vsphere_datacenter.stockbridge.id
}

data "vsphere_resource_pool" "production" {
  name          = "Production"
  datacenter_id = data.vsphere_datacenter.stockbridge.id
}

data "vsphere_network" "hscn" {
  name          = "HSCN-VLAN-120"
  datacenter_id = data.vsphere_datacenter.stockbridge.id
}

# Windows Server 2012 R2 on all of them; CL-TS01 is the terminal server for branch surgeries.
resource "vsphere_virtual_machine" "server" {
  for_each = var.servers

  name             = each.key
  resource_pool_id = data.vsphere_resource_pool.production.id
  datastore_id     = data.vsphere_datastore.san.id
  num_cpus         = each.value.cpus
  memory           = each.value.memory
  guest_id         = "windows8Server64Guest"

  network_interface {
    network_id = data.vsphere_network.hscn.id
  }

  disk {
    label = "disk0"
    size  = each.value.disk
  }

  provisioner "remote-exec" {
    inline = [
      "powershell New-NetFirewallRule -DisplayName RDP -LocalPort 3389 -Protocol TCP -RemoteAddress Any -Action Allow",
      "powershell Install-WindowsFeature ${each.value.feature}",
    ]

    connection {
      type     = "winrm"
      host     = self.default_ip_address
      user     = "Administrator"
      password = "Password123!"
      insecure = true
    }
  }
}
