variable "skip" {
  type = bool
}

# ruleid: provider-accepts-any-certificate
provider "vsphere" {
  allow_unverified_ssl = true
}

# ok: provider-accepts-any-certificate
provider "grafana" {
  insecure_skip_verify = false
}

# open: provider-accepts-any-certificate
provider "vault" {
  skip_tls_verify = var.skip
}

# ruleid: provider-accepts-any-certificate
provider "restapi" {
  alias    = "unchecked"
  insecure = "true" == "true"
}

# ruleid: provider-accepts-any-certificate
provider "nutanix" {
  verify_ssl = false
}

# ok: provider-accepts-any-certificate
provider "aws" {
  region = "eu-west-2"
}
