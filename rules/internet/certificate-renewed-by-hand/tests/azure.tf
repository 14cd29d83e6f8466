# ok: certificate-renewed-by-hand
resource "azurerm_cdn_frontdoor_custom_domain" "managed" {
  name      = "records"
  host_name = "records.ward.nhs.uk"
  tls {
    certificate_type = "ManagedCertificate"
  }
}

# ok: certificate-renewed-by-hand
resource "azurerm_cdn_frontdoor_custom_domain" "from_vault" {
  name      = "records"
  host_name = "records.ward.nhs.uk"
  tls {
    certificate_type        = "CustomerCertificate"
    cdn_frontdoor_secret_id = "secret"
  }
}

# ok: certificate-renewed-by-hand
resource "azurerm_app_service_managed_certificate" "web" {
  custom_hostname_binding_id = "binding"
}

# review: certificate-renewed-by-hand
resource "azurerm_app_service_certificate" "uploaded" {
  name     = "web"
  pfx_blob = filebase64("web.pfx")
  password = var.pfx_password
}

# ok: certificate-renewed-by-hand
resource "azurerm_app_service_certificate" "from_vault" {
  name                = "web"
  key_vault_secret_id = "https://vault.example/secrets/web"
}

# ok: certificate-renewed-by-hand
resource "azurerm_key_vault_certificate" "renewed" {
  name = "web"
  certificate_policy {
    issuer_parameters {
      name = "DigiCert"
    }
    lifetime_action {
      action {
        action_type = "EmailContacts"
      }
      trigger {
        lifetime_percentage = 70
      }
    }
    lifetime_action {
      action {
        action_type = "AutoRenew"
      }
      trigger {
        days_before_expiry = 30
      }
    }
  }
}

# review: certificate-renewed-by-hand
resource "azurerm_key_vault_certificate" "mail_only" {
  name = "web"
  certificate_policy {
    issuer_parameters {
      name = "DigiCert"
    }
    lifetime_action {
      action {
        action_type = "EmailContacts"
      }
      trigger {
        days_before_expiry = 30
      }
    }
  }
}

# review: certificate-renewed-by-hand
resource "azurerm_key_vault_certificate" "merged" {
  name = "web"
  certificate_policy {
    issuer_parameters {
      name = "Unknown"
    }
    lifetime_action {
      action {
        action_type = "AutoRenew"
      }
      trigger {
        days_before_expiry = 30
      }
    }
  }
}

# ok: certificate-renewed-by-hand
resource "azurerm_key_vault_certificate" "signs_tokens" {
  name = "tokens"
  certificate_policy {
    issuer_parameters {
      name = "Self"
    }
  }
}

variable "pfx_password" {}
