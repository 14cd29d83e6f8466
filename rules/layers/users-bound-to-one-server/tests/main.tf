variable "sticky" {}

# review: users-bound-to-one-server
resource "aws_lb_target_group" "sticky" {
  name     = "portal"
  port     = 443
  protocol = "HTTPS"
  stickiness {
    type            = "lb_cookie"
    cookie_duration = 3600
  }
}

# ok: users-bound-to-one-server
resource "aws_lb_target_group" "free" {
  name     = "portal"
  port     = 443
  protocol = "HTTPS"
}

# ok: users-bound-to-one-server
resource "aws_lb_target_group" "websocket" {
  protocol = "HTTPS"
  stickiness {
    type = "lb_cookie"
  }
}

# ok: users-bound-to-one-server
resource "aws_lb_target_group" "off" {
  protocol = "HTTPS"
  stickiness {
    type    = "lb_cookie"
    enabled = false
  }
}

# open: users-bound-to-one-server
resource "aws_lb_target_group" "unknown" {
  protocol = "HTTPS"
  stickiness {
    type    = "lb_cookie"
    enabled = var.sticky
  }
}

# review: users-bound-to-one-server
resource "azurerm_linux_web_app" "portal" {
  name = "portal"
  client_affinity_enabled = true
}

# ok: users-bound-to-one-server
resource "azurerm_linux_web_app" "stateless" {
  name                    = "portal"
  client_affinity_enabled = false
}

# review: users-bound-to-one-server
resource "google_compute_backend_service" "sticky" {
  name = "portal"
  session_affinity = "GENERATED_COOKIE"
}

# review: users-bound-to-one-server
resource "azurerm_application_gateway" "edge" {
  name = "edge"
  backend_http_settings {
    name                  = "portal"
    cookie_based_affinity = "Enabled"
    port                  = 443
    protocol              = "Https"
  }
}

# review: users-bound-to-one-server
resource "aws_lb_cookie_stickiness_policy" "classic" {
  name = "classic"
  lb_port = 443
  load_balancer = "portal"
}

# ok: users-bound-to-one-server
resource "azurerm_application_gateway" "free" {
  name = "free"
  backend_http_settings {
    name = "portal"
    cookie_based_affinity = "Disabled"
  }
}

# ok: users-bound-to-one-server
resource "azurerm_application_gateway" "live" {
  name = "live"
  backend_http_settings {
    name = "bed-board-websocket"
    cookie_based_affinity = "Enabled"
  }
}

# review: users-bound-to-one-server
resource "azurerm_cdn_frontdoor_origin_group" "door" {
  name = "door"
  session_affinity_enabled = true
}

# ok: users-bound-to-one-server
resource "azurerm_cdn_frontdoor_origin_group" "door_free" {
  name = "door_free"
  session_affinity_enabled = false
}

# review: users-bound-to-one-server
resource "google_cloud_run_v2_service" "run" {
  name = "run"
  template {
    session_affinity = true
  }
}

# ok: users-bound-to-one-server
resource "google_cloud_run_v2_service" "run_free" {
  name = "run_free"
  template {
    session_affinity = false
  }
}

# ok: users-bound-to-one-server
resource "google_compute_backend_service" "backend_free" {
  name = "backend_free"
  session_affinity = "NONE"
}

# Passes connections on inside the network, to a firewall that has to see both directions: nothing is said.
resource "google_compute_region_backend_service" "next_hop" {
  name             = "next_hop"
  session_affinity = "CLIENT_IP"
}

resource "google_compute_region_backend_service" "next_hop_outside" {
  name                  = "next_hop_outside"
  load_balancing_scheme = "EXTERNAL"
  protocol              = "UNSPECIFIED"
  session_affinity      = "CLIENT_IP"
}

# review: users-bound-to-one-server
resource "google_compute_region_backend_service" "managed" {
  name                  = "managed"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  session_affinity      = "GENERATED_COOKIE"
}

# Servers ask an index, and no user does.
resource "aws_lb_target_group" "solr" {
  name     = "pages"
  protocol = "HTTP"
  stickiness {
    type    = "lb_cookie"
    enabled = true
  }
}

# review: users-bound-to-one-server
resource "aws_lb_target_group" "search" {
  name     = "pages"
  protocol = "HTTP"
  stickiness {
    type    = "lb_cookie"
    enabled = true
  }
}
