# review: analytics-query-operational-database
resource "google_bigquery_connection" "sql" {
  connection_id = "a"
  cloud_sql {
    instance_id = "i"
    database    = "records"
    type        = "POSTGRES"
  }
}

# review: analytics-query-operational-database
resource "google_bigquery_connection" "spanner" {
  connection_id = "b"
  cloud_spanner {
    database = "projects/p/instances/i/databases/d"
  }
}

# ok: analytics-query-operational-database
resource "google_bigquery_connection" "files" {
  connection_id = "c"
  cloud_resource {}
}

