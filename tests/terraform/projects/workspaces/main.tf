locals {
  settings = {
    default = { size = 1, class = "db.t4g.micro", public = true }
    prod    = { size = 3, class = "db.r6g.large", public = false }
  }
  chosen     = local.settings[terraform.workspace]
  is_prod    = terraform.workspace == "prod"
  is_sandbox = !contains(["prod", "preprod"], terraform.workspace)
}

resource "aws_rds_cluster" "main" {
  cluster_identifier          = "index-${terraform.workspace}"
  engine                      = "aurora-postgresql"
  master_username             = "cluster_admin"
  manage_master_user_password = true
  storage_encrypted           = local.is_prod
  skip_final_snapshot         = local.is_sandbox
  final_snapshot_identifier   = local.is_sandbox ? null : "index-${terraform.workspace}-final"
  deletion_protection         = lookup({ prod = true }, terraform.workspace, false)
}

resource "aws_rds_cluster_instance" "main" {
  count               = local.chosen.size
  identifier          = "index-${terraform.workspace}-${count.index}"
  cluster_identifier  = aws_rds_cluster.main.cluster_identifier
  engine              = aws_rds_cluster.main.engine
  instance_class      = local.chosen.class
  publicly_accessible = local.chosen.public
}

resource "aws_cloudwatch_log_group" "prod_only" {
  for_each          = local.is_prod ? toset(["audit", "access"]) : toset([])
  name              = "/${terraform.workspace}/${each.key}"
  retention_in_days = 365
}
