# The database of the referral desk, the secret by which the desk opens it, and the backups.

module "records" {
  source = "./modules/records"

  name            = "referral-desk-prod"
  engine_version  = var.postgres_version
  subnet_ids      = var.data_subnet_ids
  vpc_id          = var.vpc_id
  client_group_id = var.cluster_node_group_id
  protected       = var.protect_records
}

resource "aws_cloudtrail" "this" {
  name                          = "referral-desk-prod"
  s3_bucket_name                = module.trail.id
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  kms_key_id                    = module.records.key_arn
}

module "trail" {
  source = "./modules/private-bucket"

  name      = "referral-desk-prod-trail"
  key_arn   = module.records.key_arn
  keep_days = 2555
}
