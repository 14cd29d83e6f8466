# review: records-replicated-to-another-store
resource "google_datastream_stream" "records" {
  stream_id    = "records"
  location     = "europe-west2"
  display_name = "records"
  backfill_all {}
}

# ok: records-replicated-to-another-store
resource "google_database_migration_service_migration_job" "once" {
  migration_job_id = "m"
  type             = "ONE_TIME"
  source           = "a"
  destination      = "b"
}

# review: records-replicated-to-another-store
resource "google_database_migration_service_migration_job" "lasting" {
  migration_job_id = "m"
  type             = "CONTINUOUS"
  source           = "a"
  destination      = "b"
}

