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

resource "google_storage_bucket" "phi_bucket" {
  name     = "messages"
  location = "EUROPE-WEST2"
  # review: bucket-of-records-emptied-on-removal
  force_destroy = true
}

# A published module takes the setting by the same name.
module "s3_ingest" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "5.7.0"
  bucket  = "ingest"
  # review: bucket-of-records-emptied-on-removal
  force_destroy = true
}

module "s3_letters" {
  source = "terraform-google-modules/cloud-storage/google//modules/simple_bucket"
  name   = "letters"
  # ok: bucket-of-records-emptied-on-removal
  force_destroy = false
}

# What a module of one's own does with it is seen inside it; a shop window is no record.
module "letters" {
  source        = "example.org/own/letters"
  force_destroy = true
}

module "s3_assets" {
  source        = "terraform-aws-modules/s3-bucket/aws"
  version       = "5.7.0"
  force_destroy = true
}

# Guarded: Terraform removes neither the bucket nor what is in it.
resource "aws_s3_bucket" "patient_letters" {
  bucket = "patient-letters"
  # ok: bucket-of-records-emptied-on-removal
  force_destroy = true
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket" "patient_scans" {
  bucket = "patient-scans"
  # review: bucket-of-records-emptied-on-removal
  force_destroy = true
  lifecycle {
    prevent_destroy = false
  }
}

# The pages of a portal are made again from the source.
resource "aws_s3_bucket" "patient_portal" {
  bucket        = "patient-portal"
  force_destroy = true
}

resource "aws_s3_bucket_website_configuration" "patient_portal" {
  bucket = aws_s3_bucket.patient_portal.id
  index_document {
    suffix = "index.html"
  }
}
