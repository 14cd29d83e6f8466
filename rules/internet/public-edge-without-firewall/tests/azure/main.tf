resource "azurerm_application_gateway" "bare" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
}

resource "azurerm_application_gateway" "switched_off" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
  waf_configuration {
    enabled          = false
    firewall_mode    = "Prevention"
    rule_set_version = "3.2"
  }
}

resource "azurerm_application_gateway" "inside" {
  frontend_ip_configuration {
    name      = "private"
    subnet_id = "subnet"
  }
}

resource "azurerm_application_gateway" "protected" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
  firewall_policy_id = "policy"
}

resource "azurerm_application_gateway" "old_style" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
  waf_configuration {
    enabled          = true
    firewall_mode    = "Prevention"
    rule_set_version = "3.2"
  }
}

resource "azurerm_frontdoor" "old" {
  frontend_endpoint {
    name = "web"
  }
}

resource "azurerm_frontdoor" "protected" {
  frontend_endpoint {
    name      = "default"
    host_name = "web.azurefd.net"
  }
  frontend_endpoint {
    name                                    = "web"
    web_application_firewall_policy_link_id = "policy"
  }
}

# A policy of the balancer is no shield of the distribution.
resource "aws_wafv2_web_acl_association" "api" {
  resource_arn = "arn"
  web_acl_arn  = "arn"
}

resource "azurerm_cdn_frontdoor_endpoint" "bare" {
  name = "web"
}
