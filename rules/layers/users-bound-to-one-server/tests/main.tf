variable "sticky" {}

resource "aws_lb_target_group" "sticky" {
  name     = "portal"
  port     = 443
  protocol = "HTTPS"
  # review: users-bound-to-one-server
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

resource "aws_lb_target_group" "unknown" {
  protocol = "HTTPS"
  stickiness {
    type    = "lb_cookie"
    # open: users-bound-to-one-server
    enabled = var.sticky
  }
}

resource "azurerm_linux_web_app" "portal" {
  name = "portal"
  # review: users-bound-to-one-server
  client_affinity_enabled = true
}

# ok: users-bound-to-one-server
resource "azurerm_linux_web_app" "stateless" {
  name                    = "portal"
  client_affinity_enabled = false
}

resource "google_compute_backend_service" "sticky" {
  name = "portal"
  # review: users-bound-to-one-server
  session_affinity = "GENERATED_COOKIE"
}

resource "azurerm_application_gateway" "edge" {
  name = "edge"
  backend_http_settings {
    name                  = "portal"
    # review: users-bound-to-one-server
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

resource "azurerm_cdn_frontdoor_origin_group" "door" {
  name = "door"
  # review: users-bound-to-one-server
  session_affinity_enabled = true
}

# ok: users-bound-to-one-server
resource "azurerm_cdn_frontdoor_origin_group" "door_free" {
  name = "door_free"
  session_affinity_enabled = false
}

resource "google_cloud_run_v2_service" "run" {
  name = "run"
  template {
    # review: users-bound-to-one-server
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

resource "google_compute_region_backend_service" "managed" {
  name                  = "managed"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  # review: users-bound-to-one-server
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

resource "aws_lb_target_group" "search" {
  name     = "pages"
  protocol = "HTTP"
  stickiness {
    type    = "lb_cookie"
    # review: users-bound-to-one-server
    enabled = true
  }
}

resource "azurerm_application_gateway" "several" {
  name = "several"
  backend_http_settings {
    name                  = "pages"
    cookie_based_affinity = "Disabled"
  }
  backend_http_settings {
    name = "editor"
    # review: users-bound-to-one-server
    cookie_based_affinity = "Enabled"
  }
}
