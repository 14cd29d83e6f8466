resource "google_org_policy_policy" "places" {
  name   = "organizations/1/policies/gcp.resourceLocations"
  parent = "organizations/1"
  spec {
    rules {
      values {
        allowed_values = ["in:uk-locations", "in:us-locations"]
      }
    }
  }
}
