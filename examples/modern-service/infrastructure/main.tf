# History: until 2024 this service ran on vSphere in a data centre that was reached through HSCN. Nothing of that
# estate is left; docs/adr/0001-public-cloud.md tells how it was retired.

resource "aws_kms_key" "data" {
  description             = "Encrypts what ${local.name} stores"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "data" {
  name          = "alias/${local.name}-data"
  target_key_id = aws_kms_key.data.key_id
}

# In a key policy "*" means "this key": the policy is attached to it and can reach no other.
data "aws_iam_policy_document" "key" {
  statement {
    sid       = "AccountDelegatesToIam"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account_id}:root"]
    }
  }

  statement {
    sid       = "LogsAreEncrypted"
    actions   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.${var.region}.amazonaws.com", "cloudtrail.amazonaws.com"]
    }
  }
}

module "network" {
  source = "./modules/network"

  name            = local.name
  cidr_block      = var.cidr_block
  public_subnets  = local.public_subnets
  private_subnets = local.private_subnets
  data_subnets    = local.data_subnets
  kms_key_arn     = aws_kms_key.data.arn
  retention_days  = var.log_retention_days
}

module "database" {
  source = "./modules/database"

  name              = local.name
  engine_version    = var.postgres_version
  vpc_id            = module.network.vpc_id
  subnet_ids        = module.network.data_subnet_ids
  client_group_id   = module.cluster.api_security_group_id
  kms_key_arn       = aws_kms_key.data.arn
  backup_vault_days = 35
}

module "cluster" {
  source = "./modules/cluster"

  name               = local.name
  kubernetes_version = var.kubernetes_version
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.private_subnet_ids
  kms_key_arn        = aws_kms_key.data.arn
  secret_arns        = [module.database.secret_arn, module.storage.login_secret_arn]
  export_bucket_arn  = module.storage.export_bucket_arn
}

module "storage" {
  source = "./modules/storage"

  name        = local.name
  kms_key_arn = aws_kms_key.data.arn
}

module "edge" {
  source = "./modules/edge"

  providers = {
    aws      = aws
    aws.edge = aws.edge
  }

  name              = local.name
  domain_name       = var.domain_name
  zone_id           = var.zone_id
  vpc_id            = module.network.vpc_id
  subnet_ids        = module.network.public_subnet_ids
  ingress_group_id  = module.cluster.ingress_security_group_id
  assets_bucket     = module.storage.assets_bucket
  access_log_bucket = module.storage.access_log_bucket
}

module "observability" {
  source = "./modules/observability"

  name              = local.name
  kms_key_arn       = aws_kms_key.data.arn
  trail_bucket      = module.storage.trail_bucket
  retention_days    = var.log_retention_days
  alarm_address     = var.alarm_address
  database_id       = module.database.identifier
  load_balancer_arn = module.edge.load_balancer_arn_suffix
}
