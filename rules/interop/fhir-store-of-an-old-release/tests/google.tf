# ok: fhir-store-of-an-old-release
resource "google_healthcare_fhir_store" "current" {
  name = "current"
  dataset = "d"
  version = "R4"
}

# ok: fhir-store-of-an-old-release
resource "google_healthcare_fhir_store" "next" {
  name = "next"
  dataset = "d"
  version = "R5"
}

# ruleid: fhir-store-of-an-old-release
resource "google_healthcare_fhir_store" "old" {
  name = "old"
  dataset = "d"
  version = "DSTU2"
}

# ruleid: fhir-store-of-an-old-release
resource "google_healthcare_fhir_store" "bare" {
  name = "bare"
  dataset = "d"
}

# open: fhir-store-of-an-old-release
resource "google_healthcare_fhir_store" "given" {
  name = "given"
  dataset = "d"
  version = var.release
}

variable "release" { type = string }
