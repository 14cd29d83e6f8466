variable "action" {
  type = string
}

# ruleid: protective-header-dropped-at-edge
resource "azurerm_cdn_frontdoor_rule" "dropped" {
  name = "dropped"
  actions {
    response_header_action {
      header_action = "Append"
      header_name   = "X-Clinic"
      value         = "a"
    }
    response_header_action {
      header_action = "Delete"
      header_name   = "X-Frame-Options"
    }
  }
}

# ok: protective-header-dropped-at-edge
resource "azurerm_cdn_frontdoor_rule" "kept" {
  name = "kept"
  actions {
    response_header_action {
      header_action = "Overwrite"
      header_name   = "Content-Security-Policy"
      value         = "default-src 'self'"
    }
    response_header_action {
      header_action = "Delete"
      header_name   = "Server"
    }
  }
}

# open: protective-header-dropped-at-edge
resource "azurerm_cdn_frontdoor_rule" "unknown" {
  name = "unknown"
  actions {
    response_header_action {
      header_action = var.action
      header_name   = "X-Frame-Options"
    }
  }
}

resource "azurerm_cdn_frontdoor_rule" "server" {
  name = "server"
  actions {
    response_header_action {
      header_action = "Delete"
      header_name   = "Server"
    }
  }
}

# ruleid: protective-header-dropped-at-edge
resource "azurerm_application_gateway" "emptied" {
  name = "emptied"
  rewrite_rule_set {
    name = "headers"
    rewrite_rule {
      name = "cache"
      response_header_configuration {
        header_name  = "Cache-Control"
        header_value = "no-store"
      }
    }
    rewrite_rule {
      name = "transport"
      response_header_configuration {
        header_name  = "Cache-Control"
        header_value = "no-store"
      }
      response_header_configuration {
        header_name  = "Strict-Transport-Security"
        header_value = ""
      }
    }
  }
  rewrite_rule_set {
    name = "others"
    rewrite_rule {
      name = "cache"
      response_header_configuration {
        header_name  = "Cache-Control"
        header_value = "no-store"
      }
    }
  }
}

# ok: protective-header-dropped-at-edge
resource "azurerm_application_gateway" "kept" {
  name = "kept"
  rewrite_rule_set {
    name = "headers"
    rewrite_rule {
      name = "transport"
      response_header_configuration {
        header_name  = "Strict-Transport-Security"
        header_value = "max-age=31536000; includeSubDomains"
      }
      response_header_configuration {
        header_name  = "Server"
        header_value = ""
      }
    }
  }
}

# ruleid: protective-header-dropped-at-edge
resource "google_compute_url_map" "dropped" {
  name = "dropped"
  header_action {
    response_headers_to_remove = ["Server", "X-Frame-Options"]
  }
}

# ok: protective-header-dropped-at-edge
resource "google_compute_url_map" "kept" {
  name = "kept"
  header_action {
    response_headers_to_remove = ["Server"]
    response_headers_to_add {
      header_name  = "X-Clinic"
      header_value = "a"
      replace      = true
    }
    response_headers_to_add {
      header_name  = "X-Frame-Options"
      header_value = "DENY"
      replace      = true
    }
  }
}

# ok: protective-header-dropped-at-edge
resource "google_compute_backend_service" "kept" {
  name                    = "kept"
  custom_response_headers = ["X-Clinic: a", "X-Frame-Options: DENY"]
}

resource "google_compute_backend_service" "plain" {
  name                    = "plain"
  custom_response_headers = ["X-Clinic: a"]
}
