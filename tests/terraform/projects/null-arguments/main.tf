variable "force_destroy" {
  type    = bool
  default = null
}
variable "kms_key" {
  type    = string
  default = null
}
variable "visibility" {
  type    = number
  default = null
}
variable "protocol" {
  type     = string
  default  = "HTTP"
  nullable = false
}

resource "aws_s3_bucket" "data" {
  bucket        = "null-arguments"
  force_destroy = var.force_destroy
  tags          = var.kms_key == null ? null : { Key = var.kms_key }
}

resource "aws_sqs_queue" "jobs" {
  name                       = "jobs"
  visibility_timeout_seconds = var.visibility
  kms_master_key_id          = var.kms_key
  sqs_managed_sse_enabled    = var.kms_key == null ? true : null
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-2a"
  size              = null == null ? 10 : 20
  encrypted         = var.kms_key != null ? true : null
  tags              = { Empty = "", Key = coalesce(var.kms_key, "none") }
}

module "group" {
  source   = "./group"
  protocol = null
  port     = null
  health   = { path = null, matcher = "200-299" }
}

module "group_set" {
  source   = "./group"
  protocol = var.protocol
  port     = 8080
}

output "nothing" { value = null }
output "partly" { value = { a = null, b = [null, 1] } }
