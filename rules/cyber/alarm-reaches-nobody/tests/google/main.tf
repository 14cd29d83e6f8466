resource "google_monitoring_alert_policy" "none" {
  display_name = "errors"
}
