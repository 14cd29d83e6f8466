resource "google_spanner_instance" "one" {
  name = "one"
}
