# Nothing lies there: an alert belongs to no place.
# ok: location-outside-approved-countries
resource "azurerm_monitor_action_group" "operators" {
  name     = "operators"
  location = "global"
}

# What a pipeline fills in is no place yet.
resource "azurerm_storage_account" "filled_in" {
  name = "filledin"
  # open: location-outside-approved-countries
  location = "$(region)"
}
