provider "google" {
  project = "records-copies"
  region  = "us-east4"
}
