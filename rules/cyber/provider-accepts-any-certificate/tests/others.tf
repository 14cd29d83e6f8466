provider "gitlab_a" {
  # ruleid: provider-accepts-any-certificate
  allow_insecure = true
}

provider "netbox" {
  # ruleid: provider-accepts-any-certificate
  allow_insecure_https = true
}

provider "mso_x" {
  # ruleid: provider-accepts-any-certificate
  insecure_https = true
}

provider "consul" {
  # ruleid: provider-accepts-any-certificate
  insecure_skip_verify = true
}

provider "avi" {
  # ruleid: provider-accepts-any-certificate
  skip_ssl_verify = true
}

provider "truenas" {
  # ruleid: provider-accepts-any-certificate
  skip_verify = true
}

provider "thousand" {
  # ruleid: provider-accepts-any-certificate
  skip_cert_verification = true
}

provider "mongo" {
  # ruleid: provider-accepts-any-certificate
  tls_insecure = true
}

provider "nomad_x" {
  # ruleid: provider-accepts-any-certificate
  tls_insecure_skip_verify = true
}

provider "telmate" {
  # ruleid: provider-accepts-any-certificate
  pm_tls_insecure = true
}

provider "elastic" {
  # ruleid: provider-accepts-any-certificate
  ignore_cert_errors = true
}

provider "dell" {
  # ruleid: provider-accepts-any-certificate
  validate_certs = false
}

provider "opnsense" {
  # ruleid: provider-accepts-any-certificate
  ssl_verify = false
}

provider "pihole" {
  # ruleid: provider-accepts-any-certificate
  verify_ssl = false
}

provider "vsphere_x" {
  # ruleid: provider-accepts-any-certificate
  allow_unverified_ssl = true
}

provider "rancher" {
  # ruleid: provider-accepts-any-certificate
  skip_tls_verify = true
}
