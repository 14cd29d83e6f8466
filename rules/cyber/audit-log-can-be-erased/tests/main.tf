variable "destroy" {}

resource "aws_cloudtrail" "all" {
  for_each       = toset(["a"])
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.plain.id
}

# ruleid: audit-log-can-be-erased
resource "aws_s3_bucket" "plain" {
  bucket = "trail"
}

# ok: audit-log-can-be-erased
resource "aws_s3_bucket" "letters" {
  bucket        = "letters"
  force_destroy = true
}

resource "aws_cloudtrail" "destroyed" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.destroyed.id
}

# ruleid: audit-log-can-be-erased
resource "aws_s3_bucket" "destroyed" {
  bucket              = "trail"
  object_lock_enabled = true
  force_destroy       = true
}

resource "aws_cloudtrail" "locked" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.locked.id
}

# ok: audit-log-can-be-erased
resource "aws_s3_bucket" "locked" {
  bucket              = "trail"
  object_lock_enabled = true
}

resource "aws_cloudtrail" "locked_beside" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.locked_beside.id
}

# ok: audit-log-can-be-erased
resource "aws_s3_bucket" "locked_beside" {
  bucket = "trail"
}

resource "aws_s3_bucket_object_lock_configuration" "locked_beside" {
  bucket = aws_s3_bucket.locked_beside.id
}

resource "aws_cloudtrail" "versions" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.versions.id
}

# ok: audit-log-can-be-erased
resource "aws_s3_bucket" "versions" {
  bucket = "trail"
}

resource "aws_s3_bucket_versioning" "versions" {
  bucket = aws_s3_bucket.versions.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_cloudtrail" "suspended" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.suspended.id
}

# ruleid: audit-log-can-be-erased
resource "aws_s3_bucket" "suspended" {
  bucket = "trail"
}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.suspended.id
  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_cloudtrail" "old_versions" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.old_versions.id
}

# ok: audit-log-can-be-erased
resource "aws_s3_bucket" "old_versions" {
  bucket = "trail"
  versioning {
    enabled = true
  }
}

resource "aws_cloudtrail" "unknown" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.unknown.id
}

# open: audit-log-can-be-erased
resource "aws_s3_bucket" "unknown" {
  bucket              = "trail"
  object_lock_enabled = true
  force_destroy       = var.destroy
}

resource "google_logging_project_sink" "all" {
  name        = "audit"
  destination = "storage.googleapis.com/${google_storage_bucket.plain.name}"
}

# ruleid: audit-log-can-be-erased
resource "google_storage_bucket" "plain" {
  name     = "audit"
  location = "europe-west2"
}

# ok: audit-log-can-be-erased
resource "google_storage_bucket" "letters" {
  name     = "letters"
  location = "europe-west2"
}

resource "google_logging_folder_sink" "kept" {
  name        = "audit"
  folder      = "folders/1"
  destination = "storage.googleapis.com/${google_storage_bucket.kept.name}"
}

# ok: audit-log-can-be-erased
resource "google_storage_bucket" "kept" {
  name     = "audit"
  location = "europe-west2"
  retention_policy {
    retention_period = 31536000
    is_locked        = true
  }
}

resource "google_logging_organization_sink" "versions" {
  name        = "audit"
  org_id      = "1"
  destination = "storage.googleapis.com/${google_storage_bucket.versions.name}"
}

# ok: audit-log-can-be-erased
resource "google_storage_bucket" "versions" {
  name     = "audit"
  location = "europe-west2"
  versioning {
    enabled = true
  }
}

resource "aws_cloudtrail" "quoted" {
  name           = "trail"
  s3_bucket_name = aws_s3_bucket.quoted.id
}

# ruleid: audit-log-can-be-erased
resource "aws_s3_bucket" "quoted" {
  bucket              = "trail"
  object_lock_enabled = true
  force_destroy       = "true"
}
