provider "google" {
  project = "bookings"
}

resource "google_container_cluster" "c" {
  name = "c"
  resource_labels = {
    owner = "bookings"
    service = "bookings"
    environment = "prod"
  }
}
