# review: edge-open-to-listed-addresses-only
resource "azurerm_linux_web_app" "offices" {
  site_config {
    ip_restriction_default_action = "Deny"
    ip_restriction {
      name       = "trust"
      action     = "Allow"
      ip_address = "194.72.0.0/16"
    }
  }
}

# Only the content delivery network reaches the origin, which is right.
# ok: edge-open-to-listed-addresses-only
resource "azurerm_linux_web_app" "origin" {
  site_config {
    ip_restriction {
      name        = "front-door"
      service_tag = "AzureFrontDoor.Backend"
    }
    ip_restriction {
      name       = "supplier"
      ip_address = "81.2.69.142/32"
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "azurerm_windows_function_app" "from_subnet" {
  site_config {
    ip_restriction {
      virtual_network_subnet_id = "subnet"
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "azurerm_windows_web_app" "one_refused" {
  site_config {
    ip_restriction {
      action     = "Deny"
      ip_address = "203.0.113.7/32"
    }
    ip_restriction {
      action     = "Allow"
      ip_address = "0.0.0.0/0"
    }
  }
}

# review: edge-open-to-listed-addresses-only
resource "azurerm_windows_web_app" "all_refused_but_one" {
  site_config {
    ip_restriction {
      action     = "Allow"
      ip_address = "81.2.69.142/32"
    }
    ip_restriction {
      action     = "Deny"
      ip_address = "0.0.0.0/0"
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "azurerm_linux_web_app" "plain" {
  site_config {}
}

# review: edge-open-to-listed-addresses-only
resource "azurerm_container_app" "offices" {
  ingress {
    external_enabled = true
    ip_security_restriction {
      action           = "Allow"
      ip_address_range = "194.72.0.0/16"
    }
    ip_security_restriction {
      action           = "Allow"
      ip_address_range = "0.0.0.0/0"
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "azurerm_container_app" "abusers" {
  ingress {
    external_enabled = true
    ip_security_restriction {
      action           = "Deny"
      ip_address_range = "203.0.113.7/32"
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "azurerm_container_app" "all" {
  ingress {
    external_enabled = true
    ip_security_restriction {
      action           = "Allow"
      ip_address_range = "0.0.0.0/0"
    }
  }
}

# review: edge-open-to-listed-addresses-only
resource "google_compute_security_policy" "offices" {
  name = "offices"
  rule {
    action   = "allow"
    priority = "1000"
    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["194.72.0.0/16"]
      }
    }
  }
  rule {
    action   = "deny(403)"
    priority = "2147483647"
    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}

# Everybody may come, and abusers of the last rule may not.
# ok: edge-open-to-listed-addresses-only
resource "google_compute_security_policy" "open" {
  name = "open"
  rule {
    action   = "deny(403)"
    priority = "1000"
    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["203.0.113.0/24"]
      }
    }
  }
  rule {
    action   = "allow"
    priority = "2147483647"
    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["10.0.0.0/8", "*"]
      }
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "google_compute_security_policy" "one_refused" {
  name = "one-refused"
  rule {
    action   = "deny(403)"
    priority = "1000"
    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["203.0.113.0/24"]
      }
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "google_compute_security_policy" "wide_rule" {
  name = "wide-rule"
  rule {
    action   = "allow"
    priority = "900"
    match {
      config {
        src_ip_ranges = ["203.0.113.0/24", "*"]
      }
    }
  }
  rule {
    action   = "deny(403)"
    priority = "2147483647"
    match {
      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "google_compute_security_policy" "by_country" {
  name = "by-country"
  rule {
    action   = "allow"
    priority = "1000"
    match {
      expr {
        expression = "origin.region_code == 'GB'"
      }
    }
  }
  rule {
    action   = "deny(403)"
    priority = "2147483647"
    match {
      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}

# ok: edge-open-to-listed-addresses-only
resource "google_compute_security_policy" "unsaid" {
  name = "unsaid"
  rule {
    action   = "allow"
    priority = "1000"
  }
  rule {
    action   = "deny(403)"
    priority = "2147483647"
    match {
      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}

# open: edge-open-to-listed-addresses-only
resource "google_compute_security_policy" "by_variable" {
  name = "by-variable"
  rule {
    action   = "allow"
    priority = "1000"
    match {
      config {
        src_ip_ranges = var.offices
      }
    }
  }
  rule {
    action   = "deny(403)"
    priority = "2147483647"
    match {
      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}

variable "offices" {
  type = list(string)
}
