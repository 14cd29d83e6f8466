resource "aws_kms_key" "this" {
  description             = "documents"
  deletion_window_in_days = "10"
  enable_key_rotation     = true
  multi_region            = null
}

resource "aws_kms_alias" "this" {
  name          = "alias/${aws_kms_key.this.description}"
  target_key_id = aws_kms_key.this.id
}

resource "aws_s3_bucket" "documents" {
  bucket = "documents"
  tags   = { Alias = aws_kms_alias.this.name, Window = aws_kms_key.this.deletion_window_in_days }
}

resource "aws_s3_bucket" "generated" {
  bucket_prefix = "generated-"
}

resource "aws_dynamodb_table" "index" {
  name         = "${aws_s3_bucket.documents.bucket}-index"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "Id"
  range_key    = "Version"
  dynamic "attribute" {
    for_each = { Id = "S", Version = "N", Owner = "S" }
    content {
      name = attribute.key
      type = attribute.value
    }
  }
  global_secondary_index {
    name            = "ByOwner"
    hash_key        = "Owner"
    projection_type = "ALL"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.this.arn
  }
  point_in_time_recovery { enabled = true }
  ttl {
    attribute_name = "Expires"
    enabled        = aws_kms_key.this.enable_key_rotation
  }
}

resource "aws_ssm_parameter" "facts" {
  name = "/documents/facts"
  type = "String"
  value = jsonencode({
    bucket    = aws_s3_bucket.documents.bucket
    attribute = [for attribute in aws_dynamodb_table.index.attribute : attribute.name]
    index     = aws_dynamodb_table.index.global_secondary_index
    billing   = aws_dynamodb_table.index.billing_mode
    window    = aws_kms_key.this.deletion_window_in_days + 1
    recovery  = aws_dynamodb_table.index.point_in_time_recovery[0].enabled
    tag       = aws_s3_bucket.documents.tags["Alias"]
  })
}

resource "aws_ssm_parameter" "unknowns" {
  for_each = {
    id        = aws_s3_bucket.documents.id
    arn       = aws_s3_bucket.documents.arn
    generated = aws_s3_bucket.generated.bucket
    key       = aws_kms_alias.this.target_key_arn
    both      = "${aws_s3_bucket.documents.bucket}/${aws_kms_key.this.key_id}"
  }
  name  = "/documents/${each.key}"
  type  = "String"
  value = each.value
}

resource "aws_cloudwatch_log_group" "defaults" {
  name              = "defaults"
  retention_in_days = aws_sqs_queue.plain.visibility_timeout_seconds == 30 ? 14 : 7
}

resource "aws_sqs_queue" "plain" {
  name           = "plain"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 4 })
}

resource "aws_cloudwatch_log_group" "fixed" {
  name              = "fixed"
  retention_in_days = "7"
}

resource "aws_sqs_queue" "dead" {
  name       = "plain-dead.fifo"
  fifo_queue = "true"
  tags       = { Days = aws_cloudwatch_log_group.fixed.retention_in_days }
}

output "known" { value = [aws_s3_bucket.documents.bucket, aws_sqs_queue.dead.fifo_queue, aws_kms_key.this.deletion_window_in_days] }
output "unknown" { value = aws_s3_bucket.documents.arn }
output "partly" { value = { id = aws_kms_key.this.id, name = aws_kms_alias.this.name } }
