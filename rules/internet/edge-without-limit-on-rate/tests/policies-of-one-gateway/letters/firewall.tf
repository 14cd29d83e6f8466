resource "azurerm_web_application_firewall_policy" "letters" {
  name = "letters"
  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}
