# ruleid: queue-not-encrypted
resource "aws_kinesis_stream" "events" {
  name        = "events"
  shard_count = 1
}

# ok: queue-not-encrypted
resource "aws_kinesis_stream" "admissions" {
  name            = "admissions"
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_sqs_queue" "letters" {
  name                    = "letters"
  # ruleid: queue-not-encrypted
  sqs_managed_sse_enabled = false
}

# ok: queue-not-encrypted
resource "aws_sqs_queue" "keyed" {
  name                    = "keyed"
  kms_master_key_id       = aws_kms_key.notes.id
}

# ok: queue-not-encrypted
resource "aws_sqs_queue" "managed" {
  name                    = "managed"
  sqs_managed_sse_enabled = true
}

# A queue is encrypted unless it says otherwise.
# ok: queue-not-encrypted
resource "aws_sqs_queue" "unset" {
  name = "unset"
}

variable "encrypted" {
  type = bool
}

resource "aws_sqs_queue" "asked" {
  name = "asked"
  # open: queue-not-encrypted
  sqs_managed_sse_enabled = var.encrypted
}

resource "aws_kinesis_stream" "none" {
  name            = "observations"
  # ruleid: queue-not-encrypted
  encryption_type = "NONE"
}

resource "aws_kms_key" "notes" {}
