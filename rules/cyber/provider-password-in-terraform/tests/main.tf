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
  # ok: provider-password-in-terraform
  password = var.password
}

variable "token" {
  type      = string
  sensitive = true
  default   = "example-only"
}

provider "netbox" {
  # open: provider-password-in-terraform
  api_token = var.token
}

provider "mysql" {
  # ok: provider-password-in-terraform
  password = ""
}

provider "aws" {
  region = "eu-west-2"
}
