variable "script" {
  type = string
}

# review: routine-made-by-terraform-decides
resource "google_bigquery_routine" "band" {
  dataset_id      = "screening"
  routine_id      = "band"
  routine_type    = "SCALAR_FUNCTION"
  language        = "SQL"
  definition_body = "CASE WHEN score > 7 THEN 'urgent' ELSE 'routine' END"
}

# ok: routine-made-by-terraform-decides
resource "google_bigquery_routine" "initials" {
  dataset_id      = "screening"
  routine_id      = "initials"
  routine_type    = "SCALAR_FUNCTION"
  language        = "SQL"
  definition_body = "CONCAT(SUBSTR(given, 1, 1), SUBSTR(family, 1, 1))"
}

# review: routine-made-by-terraform-decides
resource "azurerm_cosmosdb_sql_stored_procedure" "admit" {
  name                = "admit"
  resource_group_name = "wards"
  account_name        = "wards"
  database_name       = "wards"
  container_name      = "beds"
  body                = "function admit(bed) { if (bed.free) { bed.free = false; } getContext().getResponse().setBody(bed); }"
}

# ok: routine-made-by-terraform-decides
resource "azurerm_cosmosdb_sql_stored_procedure" "count" {
  name                = "count"
  resource_group_name = "wards"
  account_name        = "wards"
  database_name       = "wards"
  container_name      = "beds"
  body                = "function count() { getContext().getResponse().setBody(getContext().getCollection().getSelfLink()); }"
}

# review: routine-made-by-terraform-decides
resource "snowflake_procedure" "bill" {
  name        = "BILL"
  database    = "FINANCE"
  schema      = "PUBLIC"
  language    = "SQL"
  return_type = "VARCHAR"
  statement   = "BEGIN FOR row IN (SELECT id FROM visits) LOOP CALL invoice(row.id); END LOOP; END;"
}

# open: routine-made-by-terraform-decides
resource "snowflake_procedure" "given" {
  name        = "GIVEN"
  database    = "FINANCE"
  schema      = "PUBLIC"
  language    = "SQL"
  return_type = "VARCHAR"
  statement   = var.script
}
