resource "azurerm_cdn_frontdoor_rule" "web" {
  actions {
    response_header_action {
      header_action = "Overwrite"
      header_name   = "X-Frame-Options"
      value         = "DENY"
    }
  }
}
