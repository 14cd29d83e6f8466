variable "password" {
  type      = string
  sensitive = true
}

# ruleid: provider-password-in-terraform
provider "vsphere" {
  user = "terraform"
  password = "example-only"
}

# ok: provider-password-in-terraform
provider "nutanix" {
  password = var.password
}

variable "token" {
  type      = string
  sensitive = true
  default   = "example-only"
}

# open: provider-password-in-terraform
provider "netbox" {
  api_token = var.token
}

# ok: provider-password-in-terraform
provider "mysql" {
  password = ""
}

provider "aws" {
  region = "eu-west-2"
}
