resource "aws_s3_bucket" "patient_documents" {
  bucket = "patient-documents"
  # review: bucket-of-records-emptied-on-removal
  force_destroy = true
}

resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "EUROPE-WEST2"
  # ok: bucket-of-records-emptied-on-removal
  force_destroy = false
}

variable "removable" {
  type = bool
}

resource "aws_s3_bucket" "ehr-repo-bucket" {
  bucket = "ehr"
  # open: bucket-of-records-emptied-on-removal
  force_destroy = var.removable
}

# What can be made again.
resource "aws_s3_bucket" "build_artefacts" {
  bucket        = "builds"
  force_destroy = true
}

resource "aws_s3_bucket" "document_access_logs" {
  bucket        = "logs"
  force_destroy = true
}

# Nothing is said of it.
resource "aws_s3_bucket" "referrals" {
  bucket = "referrals"
}
