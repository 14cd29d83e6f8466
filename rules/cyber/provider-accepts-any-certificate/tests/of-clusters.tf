provider "helm" {
  # ruleid: provider-accepts-any-certificate
  kubernetes {
    host     = "https://cluster.example.nhs.uk"
    insecure = true
  }
}

provider "helm" {
  alias = "third"
  # ruleid: provider-accepts-any-certificate
  kubernetes = {
    host     = "https://cluster.example.nhs.uk"
    insecure = true
  }
}

provider "helm" {
  alias = "checked"
  # ok: provider-accepts-any-certificate
  kubernetes {
    host                   = "https://cluster.example.nhs.uk"
    cluster_ca_certificate = file("ca.pem")
  }
}

provider "helm" {
  alias      = "checked_third"
  # ok: provider-accepts-any-certificate
  kubernetes = { host = "https://cluster.example.nhs.uk", insecure = false }
}

provider "kubernetes" {
  host     = "https://cluster.example.nhs.uk"
  # ruleid: provider-accepts-any-certificate
  insecure = "true"
}

provider "harbor" {
  # ok: provider-accepts-any-certificate
  ssl_verify = true
}

variable "unchecked" {
  type    = bool
  default = false
}

provider "vcd" {
  # ok: provider-accepts-any-certificate
  allow_unverified_ssl = var.unchecked
}
