provider "google" {
  project = "records-live"
  region  = "asia-south1"
}

provider "google-beta" {
  project = "records-live"
  region  = "asia-south1"
}
