# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "told" {
  alarm_name    = "errors"
  alarm_actions = ["arn:aws:sns:eu-west-2:1:on-call"]
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "told_when_well" {
  alarm_name = "heartbeat"
  ok_actions = ["arn:aws:sns:eu-west-2:1:on-call"]
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name = "part"
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name    = "whole"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.part.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-west-2:1:on-call"]
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "health" {
  alarm_name = "health"
}

resource "aws_route53_health_check" "health" {
  type                  = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name = aws_cloudwatch_metric_alarm.health.alarm_name
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "deployment" {
  alarm_name = "deployment"
}

resource "aws_codedeploy_deployment_group" "wards" {
  app_name              = "wards"
  deployment_group_name = "wards"
  alarm_configuration {
    alarms = [aws_cloudwatch_metric_alarm.deployment.alarm_name]
  }
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "service" {
  alarm_name = "service"
}

resource "aws_ecs_service" "wards" {
  name = "wards"
  alarms {
    enable      = true
    rollback    = true
    alarm_names = [aws_cloudwatch_metric_alarm.service.alarm_name]
  }
}

# ok: alarm-reaches-nobody
resource "azurerm_monitor_metric_alert" "told" {
  name = "errors"
  action {
    action_group_id = "group"
  }
}

# ok: alarm-reaches-nobody
resource "google_monitoring_alert_policy" "told" {
  display_name          = "errors"
  notification_channels = ["projects/wards/notificationChannels/1"]
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "attack" {
  alarm_name = "attack"
}

resource "aws_cloudwatch_event_rule" "attack" {
  event_pattern = jsonencode({
    "detail-type" = ["CloudWatch Alarm"]
    resources     = [aws_cloudwatch_metric_alarm.attack.arn]
  })
}

# ok: alarm-reaches-nobody
resource "aws_cloudwatch_metric_alarm" "written_as_text" {
  alarm_name      = "errors"
  actions_enabled = "true"
  alarm_actions   = ["arn:aws:sns:eu-west-2:1:on-call"]
}

# ok: alarm-reaches-nobody
resource "azurerm_monitor_metric_alert" "written_as_text" {
  name    = "errors"
  enabled = "true"
  action {
    action_group_id = "group"
  }
}
