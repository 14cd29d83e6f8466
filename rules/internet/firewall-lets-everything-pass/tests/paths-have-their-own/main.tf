resource "azurerm_application_gateway" "portal" {
  name               = "portal"
  firewall_policy_id = azurerm_web_application_firewall_policy.gateway.id

  request_routing_rule {
    name                        = "plain"
    rule_type                   = "Basic"
    http_listener_name          = "plain"
    redirect_configuration_name = "to-https"
  }

  request_routing_rule {
    name               = "secure"
    rule_type          = "PathBasedRouting"
    http_listener_name = "secure"
    url_path_map_name  = "portal"
  }

  url_path_map {
    name = "portal"

    path_rule {
      name               = "portal"
      paths              = ["/*"]
      firewall_policy_id = azurerm_web_application_firewall_policy.portal.id
    }
    path_rule {
      name               = "reports"
      paths              = ["/reports*"]
      firewall_policy_id = azurerm_web_application_firewall_policy.portal.id
    }
  }
}

resource "azurerm_web_application_firewall_policy" "portal" {
  name = "portal"
  policy_settings {
    mode = "Prevention"
  }
}

resource "azurerm_web_application_firewall_policy" "gateway" {
  name = "gateway"
  policy_settings {
    mode = "Detection"
  }
}
