variable "skip" {
  type = bool
}

provider "vsphere" {
  # ruleid: provider-accepts-any-certificate
  allow_unverified_ssl = true
}

provider "grafana" {
  # ok: provider-accepts-any-certificate
  insecure_skip_verify = false
}

provider "vault" {
  # open: provider-accepts-any-certificate
  skip_tls_verify = var.skip
}

provider "restapi" {
  alias    = "unchecked"
  # ruleid: provider-accepts-any-certificate
  insecure = "true" == "true"
}

provider "nutanix" {
  # ruleid: provider-accepts-any-certificate
  verify_ssl = false
}

# ok: provider-accepts-any-certificate
provider "aws" {
  region = "eu-west-2"
}
