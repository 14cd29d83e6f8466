resource "google_apigee_environment" "live" {
  name   = "live"
  org_id = "o"
}
