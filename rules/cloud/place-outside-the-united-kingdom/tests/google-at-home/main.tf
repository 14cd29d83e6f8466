provider "google" {
  region = "europe-west2"
}
