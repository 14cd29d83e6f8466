# ruleid: provider-accepts-any-certificate
provider "gitlab_a" {
  allow_insecure = true
}

# ruleid: provider-accepts-any-certificate
provider "netbox" {
  allow_insecure_https = true
}

# ruleid: provider-accepts-any-certificate
provider "mso_x" {
  insecure_https = true
}

# ruleid: provider-accepts-any-certificate
provider "consul" {
  insecure_skip_verify = true
}

# ruleid: provider-accepts-any-certificate
provider "avi" {
  skip_ssl_verify = true
}

# ruleid: provider-accepts-any-certificate
provider "truenas" {
  skip_verify = true
}

# ruleid: provider-accepts-any-certificate
provider "thousand" {
  skip_cert_verification = true
}

# ruleid: provider-accepts-any-certificate
provider "mongo" {
  tls_insecure = true
}

# ruleid: provider-accepts-any-certificate
provider "nomad_x" {
  tls_insecure_skip_verify = true
}

# ruleid: provider-accepts-any-certificate
provider "telmate" {
  pm_tls_insecure = true
}

# ruleid: provider-accepts-any-certificate
provider "elastic" {
  ignore_cert_errors = true
}

# ruleid: provider-accepts-any-certificate
provider "dell" {
  validate_certs = false
}

# ruleid: provider-accepts-any-certificate
provider "opnsense" {
  ssl_verify = false
}

# ruleid: provider-accepts-any-certificate
provider "pihole" {
  verify_ssl = false
}

# ruleid: provider-accepts-any-certificate
provider "vsphere_x" {
  allow_unverified_ssl = true
}

# ruleid: provider-accepts-any-certificate
provider "rancher" {
  skip_tls_verify = true
}
