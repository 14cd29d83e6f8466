# open: store-reachable-from-the-internet
resource "aws_s3_bucket" "website" {
  bucket = "letters-website"
  acl    = "public-read"
}

# open: store-reachable-from-the-internet
resource "google_storage_bucket_iam_member" "site" {
  bucket = "letters-static-assets"
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

# open: store-reachable-from-the-internet
resource "azurerm_storage_container" "assets" {
  name                  = "assets"
  container_access_type = "blob"
}
