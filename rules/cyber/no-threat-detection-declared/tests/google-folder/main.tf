resource "google_folder" "trust" {
  display_name = "trust"
  parent       = "organizations/1"
}

module "wards" {
  source = "./wards"
}
