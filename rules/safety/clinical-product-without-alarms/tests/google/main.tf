resource "aws_ecs_service" "web" {
  name = "web"
}

resource "google_monitoring_alert_policy" "errors" {
  name = "errors"
}
