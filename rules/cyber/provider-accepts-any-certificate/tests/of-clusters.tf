# ruleid: provider-accepts-any-certificate
provider "helm" {
  kubernetes {
    host     = "https://cluster.example.nhs.uk"
    insecure = true
  }
}

# ruleid: provider-accepts-any-certificate
provider "helm" {
  alias = "third"
  kubernetes = {
    host     = "https://cluster.example.nhs.uk"
    insecure = true
  }
}

# ok: provider-accepts-any-certificate
provider "helm" {
  alias = "checked"
  kubernetes {
    host                   = "https://cluster.example.nhs.uk"
    cluster_ca_certificate = file("ca.pem")
  }
}

# ok: provider-accepts-any-certificate
provider "helm" {
  alias      = "checked_third"
  kubernetes = { host = "https://cluster.example.nhs.uk", insecure = false }
}

# ruleid: provider-accepts-any-certificate
provider "kubernetes" {
  host     = "https://cluster.example.nhs.uk"
  insecure = "true"
}

# ok: provider-accepts-any-certificate
provider "harbor" {
  ssl_verify = true
}

variable "unchecked" {
  type    = bool
  default = false
}

# ok: provider-accepts-any-certificate
provider "vcd" {
  allow_unverified_ssl = var.unchecked
}
