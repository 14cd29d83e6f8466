resource "azurerm_key_vault_certificate" "own" {
  name         = "own"
  key_vault_id = "vault"
  certificate_policy {
    issuer_parameters {
      name = "Self"
    }
  }
}

resource "azurerm_key_vault_certificate" "bought" {
  name         = "bought"
  key_vault_id = "vault"
  certificate_policy {
    issuer_parameters {
      name = "DigiCert"
    }
  }
}

# ruleid: self-signed-certificate-at-the-edge
resource "azurerm_application_gateway" "own" {
  name = "own"
  ssl_certificate {
    name                = "own"
    key_vault_secret_id = azurerm_key_vault_certificate.own.secret_id
  }
}

# ok: self-signed-certificate-at-the-edge
resource "azurerm_application_gateway" "bought" {
  name = "bought"
  ssl_certificate {
    name                = "bought"
    key_vault_secret_id = azurerm_key_vault_certificate.bought.secret_id
  }
}

# Two host names, and one of them is warned of.
# ruleid: self-signed-certificate-at-the-edge
resource "azurerm_application_gateway" "both" {
  name = "both"
  ssl_certificate {
    name                = "own"
    key_vault_secret_id = azurerm_key_vault_certificate.own.secret_id
  }
  ssl_certificate {
    name                = "bought"
    key_vault_secret_id = azurerm_key_vault_certificate.bought.secret_id
  }
}

resource "azurerm_key_vault_certificate" "asked_for" {
  name         = "asked_for"
  key_vault_id = "vault"
  certificate_policy {
    issuer_parameters {
      name = var.issuer
    }
  }
}

# open: self-signed-certificate-at-the-edge
resource "azurerm_app_service_certificate" "asked_for" {
  name                = "web"
  key_vault_secret_id = azurerm_key_vault_certificate.asked_for.secret_id
}

resource "tls_self_signed_cert" "lb" {
  private_key_pem = "key"
}

resource "tls_self_signed_cert" "root" {
  private_key_pem   = "key"
  is_ca_certificate = true
}

# ruleid: self-signed-certificate-at-the-edge
resource "google_compute_ssl_certificate" "own" {
  private_key = "key"
  certificate = "${tls_self_signed_cert.lb.cert_pem}${tls_self_signed_cert.root.cert_pem}"
}

# Something outside puts the real one in its place.
resource "azurerm_key_vault_certificate" "replaced_later" {
  name         = "letsencrypt"
  key_vault_id = "vault"
  certificate_policy {
    issuer_parameters {
      name = "Self"
    }
  }
  lifecycle {
    ignore_changes = all
  }
}

# ok: self-signed-certificate-at-the-edge
resource "azurerm_application_gateway" "replaced_later" {
  name = "replaced_later"
  ssl_certificate {
    name                = "web"
    key_vault_secret_id = azurerm_key_vault_certificate.replaced_later.secret_id
  }
}

variable "issuer" {}
