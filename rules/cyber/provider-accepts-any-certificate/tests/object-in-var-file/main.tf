variable "proxmox" {
  type = object({ endpoint = string, insecure = bool })
}

provider "proxmox" {
  endpoint = var.proxmox.endpoint
  insecure = var.proxmox.insecure
}
