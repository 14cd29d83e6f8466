resource "google_cloud_run_v2_service" "wards" {
  name = "wards"
}

resource "google_monitoring_alert_policy" "wards" {
  display_name = "wards"
}
