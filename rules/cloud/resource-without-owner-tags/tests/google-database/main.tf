provider "google" {
  project = "bookings"
}

resource "google_sql_database_instance" "d" {
  name = "d"
  settings {
    tier = "db-custom-2-7680"
    user_labels = {
      owner       = "bookings"
      service     = "bookings"
      environment = "prod"
    }
  }
}
