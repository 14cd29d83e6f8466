data "azuread_user" "jane" {
  user_principal_name = "jane.doe@example.nhs.uk"
}

resource "azurerm_role_assignment" "jane" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Contributor"
  principal_id         = data.azuread_user.jane.object_id
}
