variable "password" {
  type      = string
  sensitive = true
}

provider "vsphere" {
  user = "terraform"
  # ruleid: provider-password-in-terraform
  password = "example-only"
}

provider "nutanix" {
  # open: provider-password-in-terraform
  password = var.password
}

provider "mysql" {
  # ok: provider-password-in-terraform
  password = ""
}

provider "aws" {
  region = "eu-west-2"
}
