variable "image_tag" { type = string }
variable "create_extra" { type = bool }
variable "zones" { type = set(string) }
variable "with_default" { default = "kept" }

resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = { Tag = var.image_tag, Fixed = var.with_default }
}
resource "aws_sqs_queue" "extra" {
  count = var.create_extra ? 1 : 0
  name  = "extra"
}
resource "aws_sns_topic" "zone" {
  for_each          = var.zones
  name              = "zone-${each.key}"
  kms_master_key_id = "alias/fixed"
}
