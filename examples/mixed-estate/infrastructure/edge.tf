resource "azurerm_cdn_frontdoor_profile" "hub" {
  name                = "discharge-hub"
  resource_group_name = azurerm_resource_group.hub.name
  sku_name            = "Premium_AzureFrontDoor"
}

resource "azurerm_cdn_frontdoor_endpoint" "hub" {
  name                     = "discharge-hub"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.hub.id
}

resource "azurerm_cdn_frontdoor_firewall_policy" "hub" {
  name                = "dischargehub"
  resource_group_name = azurerm_resource_group.hub.name
  sku_name            = azurerm_cdn_frontdoor_profile.hub.sku_name
  mode                = "Prevention"

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"
  }
}

resource "azurerm_cdn_frontdoor_security_policy" "hub" {
  name                     = "discharge-hub"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.hub.id

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = azurerm_cdn_frontdoor_firewall_policy.hub.id

      association {
        patterns_to_match = ["/*"]

        domain {
          cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_endpoint.hub.id
        }
      }
    }
  }
}
