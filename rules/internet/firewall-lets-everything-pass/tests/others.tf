# ruleid: firewall-lets-everything-pass
resource "azurerm_cdn_frontdoor_firewall_policy" "watches" {
  name     = "watches"
  sku_name = "Premium_AzureFrontDoor"
  mode     = "Detection"
}

# ruleid: firewall-lets-everything-pass
resource "azurerm_cdn_frontdoor_firewall_policy" "off" {
  name    = "off"
  enabled = false
  mode    = "Prevention"
}

# ok: firewall-lets-everything-pass
resource "azurerm_cdn_frontdoor_firewall_policy" "blocks" {
  name     = "blocks"
  sku_name = "Premium_AzureFrontDoor"
  mode     = "Prevention"
}

# open: firewall-lets-everything-pass
resource "azurerm_cdn_frontdoor_firewall_policy" "by_variable" {
  name = "by_variable"
  mode = var.mode
}

# ruleid: firewall-lets-everything-pass
resource "azurerm_web_application_firewall_policy" "watches" {
  name = "watches"
  policy_settings {
    enabled = true
    mode    = "Detection"
  }
}

# ruleid: firewall-lets-everything-pass
resource "azurerm_web_application_firewall_policy" "off" {
  name = "off"
  policy_settings {
    enabled = false
    mode    = "Prevention"
  }
}

# ok: firewall-lets-everything-pass
resource "azurerm_web_application_firewall_policy" "blocks" {
  name = "blocks"
  policy_settings {
    file_upload_limit_in_mb = 100
  }
}

# ruleid: firewall-lets-everything-pass
resource "google_compute_security_policy" "preview" {
  name = "preview"
  rule {
    action   = "deny(403)"
    priority = 1000
    preview  = true
  }
  rule {
    action   = "allow"
    priority = 2147483647
  }
}

# ok: firewall-lets-everything-pass
resource "google_compute_security_policy" "blocks" {
  name = "blocks"
  rule {
    action   = "deny(403)"
    priority = 1000
  }
  rule {
    action   = "allow"
    priority = 2147483647
  }
}

# Its rules are resources of their own.
# ok: firewall-lets-everything-pass
resource "google_compute_security_policy" "apart" {
  name = "apart"
}

resource "google_compute_security_policy_rule" "deny" {
  security_policy = google_compute_security_policy.apart.name
  action          = "deny(403)"
  priority        = 1000
}

variable "mode" {}

# What Terraform leaves alone is known all the same: it only watches.
# ruleid: firewall-lets-everything-pass
resource "azurerm_web_application_firewall_policy" "watches_left_alone" {
  name = "watches-left-alone"
  policy_settings {
    mode = "Detection"
  }
  lifecycle {
    ignore_changes = all
  }
}
