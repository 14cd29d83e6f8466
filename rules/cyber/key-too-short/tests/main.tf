# ruleid: key-too-short
resource "tls_private_key" "short" {
  algorithm = "RSA"
  rsa_bits  = 1024
}

# ok: key-too-short
resource "tls_private_key" "long" {
  algorithm = "RSA"
  rsa_bits  = 3072
}

resource "tls_private_key" "curve" {
  algorithm = "ED25519"
}

# open: key-too-short
resource "tls_private_key" "unknown" {
  algorithm = "RSA"
  rsa_bits  = var.bits
}

variable "bits" {
  type = number
}

# ruleid: key-too-short
resource "aws_acm_certificate" "short" {
  domain_name   = "api.example.nhs.uk"
  key_algorithm = "RSA_1024"
}

# ok: key-too-short
resource "aws_acm_certificate" "curve" {
  domain_name   = "api.example.nhs.uk"
  key_algorithm = "EC_prime256v1"
}

resource "aws_acm_certificate" "unset" {
  domain_name = "api.example.nhs.uk"
}

# ruleid: key-too-short
resource "aws_sesv2_email_identity" "short" {
  email_identity = "example.nhs.uk"

  dkim_signing_attributes {
    next_signing_key_length = "RSA_1024_BIT"
  }
}

# ok: key-too-short
resource "aws_sesv2_email_identity" "long" {
  email_identity = "example.nhs.uk"

  dkim_signing_attributes {
    next_signing_key_length = "RSA_2048_BIT"
  }
}

# ruleid: key-too-short
resource "azurerm_key_vault_key" "short" {
  key_type = "RSA-HSM"
  key_size = 1024
}

# ok: key-too-short
resource "azurerm_key_vault_key" "long" {
  key_type = "RSA"
  key_size = 4096
}

# ok: key-too-short
resource "azurerm_key_vault_key" "curve" {
  key_type = "EC"
  key_size = 256
}

# ruleid: key-too-short
resource "azurerm_key_vault_certificate" "short" {
  name = "c"

  certificate_policy {
    key_properties {
      exportable = true
      key_type   = "RSA"
      reuse_key  = true
      key_size   = 1024
    }
  }
}

# ok: key-too-short
resource "azurerm_key_vault_certificate" "long" {
  name = "c"

  certificate_policy {
    key_properties {
      exportable = true
      key_type   = "RSA"
      reuse_key  = true
      key_size   = 2048
    }
  }
}

# ok: key-too-short
resource "azurerm_key_vault_certificate" "curve" {
  name = "c"

  certificate_policy {
    key_properties {
      exportable = true
      key_type   = "EC"
      reuse_key  = true
      key_size   = 256
    }
  }
}

resource "azurerm_key_vault_certificate" "unset" {
  name = "c"

  certificate_policy {
    key_properties {
      exportable = true
      key_type   = "EC"
      reuse_key  = true
    }
  }
}
