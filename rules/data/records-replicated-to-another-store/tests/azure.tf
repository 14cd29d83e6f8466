# review: records-replicated-to-another-store
resource "azurerm_data_factory_pipeline" "copy" {
  name            = "copy"
  data_factory_id = "f"
  activities_json = <<JSON
[{"name": "records", "type": "Copy"}]
JSON
}

# review: records-replicated-to-another-store
resource "azurerm_data_factory_pipeline" "encoded" {
  name            = "copy"
  data_factory_id = "f"
  activities_json = jsonencode([{ name = "records", type = "Copy" }])
}

resource "azurerm_data_factory_pipeline" "call" {
  name            = "call"
  data_factory_id = "f"
  activities_json = jsonencode([{ name = "notify", type = "WebActivity" }])
}

resource "azurerm_data_factory_pipeline" "bare" {
  name            = "bare"
  data_factory_id = "f"
}

