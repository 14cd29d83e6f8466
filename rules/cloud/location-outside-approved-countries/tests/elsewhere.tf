# Nothing lies there: an alert belongs to no place.
# ok: location-outside-approved-countries
resource "azurerm_monitor_action_group" "operators" {
  name     = "operators"
  location = "global"
}
