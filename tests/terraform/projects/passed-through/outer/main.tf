variable "settings" { type = any }
locals {
  settings = merge(var.settings, { tags = merge({ Name = var.settings.name }, var.settings.tags) })
}
module "inner" {
  source   = "../inner"
  for_each = var.settings.subnets
  zone     = each.key
  cidrs    = each.value
  storage  = var.settings.storage
}
resource "aws_s3_bucket" "this" {
  bucket = local.settings.name
  tags   = local.settings.tags
}
output "bucket" { value = aws_s3_bucket.this }
output "volumes" {
  value = merge(values(module.inner)[*].volumes...)
}
