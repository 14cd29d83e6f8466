locals {
  buckets = {
    assets  = { versions_kept_days = 30, expires_days = null, key = null }
    exports = { versions_kept_days = 7, expires_days = 30, key = var.kms_key_arn }
    trail   = { versions_kept_days = 365, expires_days = 2555, key = var.kms_key_arn }
    access  = { versions_kept_days = 30, expires_days = 365, key = null }
  }
}

resource "aws_s3_bucket" "this" {
  for_each = local.buckets

  bucket              = "${var.name}-${each.key}"
  object_lock_enabled = each.key == "trail"

  tags = { DataClass = each.key == "exports" ? "personal-confidential" : "official" }
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each = aws_s3_bucket.this

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

# The load balancer's log delivery cannot use a key of ours; those buckets use the service's own.
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id

  rule {
    bucket_key_enabled = each.value.key != null

    apply_server_side_encryption_by_default {
      sse_algorithm     = each.value.key == null ? "AES256" : "aws:kms"
      kms_master_key_id = each.value.key
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = local.buckets

  bucket = aws_s3_bucket.this[each.key].id

  rule {
    id     = "retention"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = each.value.versions_kept_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    dynamic "expiration" {
      for_each = each.value.expires_days[*]

      content {
        days = expiration.value
      }
    }
  }
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  bucket = aws_s3_bucket.this["trail"].id

  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 365
    }
  }
}

data "aws_iam_policy_document" "tls_only" {
  for_each = aws_s3_bucket.this

  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [each.value.arn, "${each.value.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "tls_only" {
  for_each = aws_s3_bucket.this

  bucket = each.value.id
  policy = data.aws_iam_policy_document.tls_only[each.key].json
}

# The private key with which the API signs its client assertions for NHS login and PDS. The value is put in by the
# key ceremony (docs/runbook.md), never by Terraform.
resource "aws_secretsmanager_secret" "login" {
  name                    = "${var.name}/nhs-login-client-key"
  description             = "Private key of the client assertions"
  kms_key_id              = var.kms_key_arn
  recovery_window_in_days = 30
}

output "assets_bucket" {
  value = {
    id          = aws_s3_bucket.this["assets"].id
    arn         = aws_s3_bucket.this["assets"].arn
    domain_name = aws_s3_bucket.this["assets"].bucket_regional_domain_name
  }
}

output "export_bucket_arn" {
  value = aws_s3_bucket.this["exports"].arn
}

output "trail_bucket" {
  value = aws_s3_bucket.this["trail"].id
}

output "access_log_bucket" {
  value = aws_s3_bucket.this["access"].bucket_domain_name
}

output "login_secret_arn" {
  value = aws_secretsmanager_secret.login.arn
}
