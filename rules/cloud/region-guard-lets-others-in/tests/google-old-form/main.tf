resource "google_organization_policy" "places" {
  org_id     = "1"
  constraint = "constraints/gcp.resourceLocations"
  list_policy {
    allow {
      values = ["in:europe-west2-locations", "in:asia-locations"]
    }
  }
}
