provider "google" {
  project = "records-preview"
  region  = "asia-south1"
}

provider "google-beta" {
  project = "records-preview"
  region  = "asia-south1"
}
