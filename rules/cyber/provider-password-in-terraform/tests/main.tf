variable "password" {
  type      = string
  sensitive = true
}

# ruleid: provider-password-in-terraform
provider "vsphere" {
  user = "terraform"
  password = "example-only"
}

# open: provider-password-in-terraform
provider "nutanix" {
  password = var.password
}

# ok: provider-password-in-terraform
provider "mysql" {
  password = ""
}

provider "aws" {
  region = "eu-west-2"
}
