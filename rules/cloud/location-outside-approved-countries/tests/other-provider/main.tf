provider "google" {
  project = "records"
  region  = "europe-west2"
}

# Nothing uses it, so nobody else tells what stands there.
provider "google" {
  alias   = "far"
  project = "records"
  region  = "us-east4"
}

resource "google_healthcare_dataset" "records" {
  name     = "records"
  location = "us-east4"
}
