variable "archive" {
  type    = object({ versioning = optional(bool), acl = optional(string, "private") })
  default = {}
}
locals {
  legacy = { block_public = false, acl = "public-read" }
}
module "records" {
  source = "./bucket"
  name   = "records"
}
module "legacy" {
  source       = "./bucket"
  name         = "legacy"
  block_public = local.legacy.block_public
  acl          = local.legacy.acl
}
module "archive" {
  source     = "./bucket"
  name       = "archive"
  acl        = var.archive.acl
  versioning = var.archive.versioning
}
