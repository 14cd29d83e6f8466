locals {
  defaults = { memory = 256, timeout = 30, runtime = "python3.12", environment = {}, queue = true }
  functions = {
    for name, settings in yamldecode(file("${path.module}/functions.yaml")) :
    name => merge(local.defaults, settings)
  }
  queued = toset([for name, function in local.functions : name if function.queue])
  topics = distinct(flatten([for function in local.functions : try(function.topics, [])]))
  wiring = {
    for pair in flatten([for name, function in local.functions : [for topic in try(function.topics, []) : { name = name, topic = topic }]]) :
    "${pair.topic}->${pair.name}" => pair
  }
}

resource "aws_sns_topic" "this" {
  for_each = toset(local.topics)
  name     = each.value
}

module "function" {
  source      = "./function"
  for_each    = local.functions
  name        = each.key
  settings    = each.value
  queue_names = [for name in local.queued : aws_sqs_queue.this[name].name if name != each.key]
}

resource "aws_sqs_queue" "this" {
  for_each                   = local.queued
  name                       = "${each.key}-queue"
  visibility_timeout_seconds = local.functions[each.key].timeout * 6
}

resource "aws_lambda_event_source_mapping" "this" {
  for_each         = local.queued
  event_source_arn = aws_sqs_queue.this[each.key].arn
  function_name    = module.function[each.key].name
  batch_size       = lookup(local.functions[each.key], "batch", 10)
}

resource "aws_sns_topic_subscription" "this" {
  for_each             = local.wiring
  topic_arn            = aws_sns_topic.this[each.value.topic].arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.this[each.value.name].arn
  raw_message_delivery = true
}

resource "aws_cloudwatch_event_rule" "schedule" {
  for_each            = { for name, function in local.functions : name => function.schedule if can(function.schedule) }
  name                = each.key
  schedule_expression = each.value
}
