variable "region" {
  default = "us-east4"
}

provider "google" {
  project = "records"
  region  = var.region
}

resource "google_healthcare_dataset" "records" {
  name     = "records"
  location = var.region
}

resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "US"
}
