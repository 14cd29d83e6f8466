variable "vsphere" {
  type = object({ user = string, password = string })
  default = {
    user     = "terraform"
    password = "example-only"
  }
}

provider "vsphere" {
  user     = var.vsphere.user
  password = var.vsphere.password
}
