locals {
  users   = csvdecode(file("${path.module}/data/users.csv"))
  alarms  = yamldecode(file("${path.root}/data/alarms.yaml"))
  streams = jsondecode(file("data/streams.json"))
  merged  = merge([for name in sort(fileset("${path.module}/data/parts", "**/*.json")) : jsondecode(file("${path.module}/data/parts/${name}"))]...)
}

resource "aws_s3_object" "page" {
  for_each     = fileset(path.module, "site/**/*.{html,css}")
  bucket       = "site"
  key          = trimprefix(each.value, "site/")
  content      = file("${path.module}/${each.value}")
  content_type = lookup({ html = "text/html", css = "text/css" }, element(split(".", each.value), length(split(".", each.value)) - 1), "application/octet-stream")
  etag         = filemd5("${path.module}/${each.key}")
}

resource "aws_iam_user" "person" {
  for_each = { for user in local.users : user.name => user if user.active == "true" }
  name     = replace(replace(each.key, ", ", "."), "ë", "e")
  path     = "/${each.value.team}/"
  tags     = { Email = each.value.email }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms.alarms
  alarm_name          = each.key
  comparison_operator = try(each.value.operator, local.alarms.defaults.operator)
  evaluation_periods  = try(each.value.periods, local.alarms.defaults.periods)
  metric_name         = each.value.metric
  namespace           = each.value.namespace
  period              = 60
  statistic           = "Sum"
  threshold           = each.value.threshold
  treat_missing_data  = try(each.value.missing, null)
  actions_enabled     = each.value.enabled
}

resource "aws_kinesis_stream" "this" {
  for_each         = { for stream in local.streams : stream.name => stream }
  name             = each.key
  shard_count      = each.value.shards
  retention_period = each.value.hours
  encryption_type  = each.value.encrypted ? "KMS" : "NONE"
  kms_key_id       = each.value.encrypted ? "alias/aws/kinesis" : null
}

resource "terraform_data" "merged" {
  input = {
    parts  = local.merged
    exists = [fileexists("${path.module}/data/users.csv"), fileexists("missing.txt")]
    hash   = filesha256("${path.module}/data/alarms.yaml")
    base   = filebase64("data/parts/deep/b.json")
  }
}
