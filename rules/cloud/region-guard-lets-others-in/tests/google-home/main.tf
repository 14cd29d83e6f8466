resource "google_org_policy_policy" "places" {
  name   = "organizations/1/policies/gcp.resourceLocations"
  parent = "organizations/1"
  spec {
    rules {
      values {
        allowed_values = ["in:europe-west2-locations"]
      }
    }
  }
}
resource "google_organization_policy" "places" {
  org_id     = "1"
  constraint = "constraints/gcp.resourceLocations"
  list_policy {
    allow {
      values = ["in:eu-locations"]
    }
  }
}
