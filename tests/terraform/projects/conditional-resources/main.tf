variable "production" {
  type    = bool
  default = false
}
variable "bastion" {
  type    = bool
  default = true
}
variable "log_bucket" {
  type    = string
  default = null
}

resource "aws_s3_bucket" "logs" {
  count  = var.log_bucket == null ? 1 : 0
  bucket = "own-logs"
}

resource "aws_instance" "bastion" {
  count                       = var.bastion ? 1 : 0
  ami                         = "ami-00112233445566778"
  instance_type               = var.production ? "t3.small" : "t3.nano"
  associate_public_ip_address = true
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_db_instance" "main" {
  identifier                  = "index"
  engine                      = "postgres"
  engine_version              = "16.3"
  instance_class              = "db.t4g.${var.production ? "large" : "micro"}"
  allocated_storage           = var.production ? 200 : 20
  multi_az                    = var.production
  backup_retention_period     = var.production ? 35 : 1
  deletion_protection         = var.production
  storage_encrypted           = true
  skip_final_snapshot         = !var.production
  final_snapshot_identifier   = var.production ? "index-final" : null
  manage_master_user_password = true
  username                    = "index_admin"
}

resource "aws_db_instance" "replica" {
  count               = var.production ? 2 : 0
  identifier          = "index-replica-${count.index}"
  replicate_source_db = aws_db_instance.main.identifier
  instance_class      = aws_db_instance.main.instance_class
  skip_final_snapshot = true
}

resource "aws_flow_log" "vpc" {
  vpc_id               = "vpc-0a1b2c3d"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = try(aws_s3_bucket.logs[0].arn, "arn:aws:s3:::${var.log_bucket}")
}

resource "aws_s3_bucket_logging" "data" {
  bucket        = "data"
  target_bucket = coalesce(var.log_bucket, one(aws_s3_bucket.logs[*].bucket))
  target_prefix = "data/"
}

resource "aws_ssm_parameter" "replicas" {
  name  = "/replicas"
  type  = "String"
  value = length(aws_db_instance.replica) == 0 ? "none" : join(",", aws_db_instance.replica.*.identifier)
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  for_each            = var.production ? toset(["index", "index-replica-0"]) : []
  alarm_name          = "${each.key}-cpu"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "CPUUtilization"
  namespace           = "AWS/RDS"
  period              = 60
  statistic           = "Average"
  threshold           = 80.5
  dimensions          = { DBInstanceIdentifier = each.value }
}

output "bastion_type" { value = one(aws_instance.bastion[*].instance_type) }
output "logs" { value = var.log_bucket != null ? var.log_bucket : aws_s3_bucket.logs[0].bucket }
