resource "azurerm_role_assignment" "person" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Contributor"
  principal_type       = "User"
  principal_id         = "00000000-0000-0000-0000-000000000001"
}
