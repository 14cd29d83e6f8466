resource "aws_ecs_service" "web" {
  name = "web"
}

resource "azurerm_monitor_metric_alert" "errors" {
  name = "errors"
}
