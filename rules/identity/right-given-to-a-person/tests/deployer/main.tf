# Known to be a service, and a permission set for a group by its id.
resource "azurerm_role_assignment" "pull" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "AcrPull"
  principal_type       = "Group"
  principal_id         = "00000000-0000-0000-0000-000000000004"
}

resource "google_bigquery_dataset_iam_binding" "readers" {
  dataset_id = "activity"
  role       = "roles/bigquery.dataViewer"
  members    = ["group:analysts@example.nhs.uk", "serviceAccount:report@records.iam.gserviceaccount.com"]
}
