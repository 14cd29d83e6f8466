proxmox = {
  endpoint = "https://192.168.1.62:8006"
  insecure = true
}
