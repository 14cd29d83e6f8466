variable "on" {}

variable "off" {
  default = false
}

# ruleid: threat-detection-switched-off
resource "aws_guardduty_detector" "off" {
  enable = var.off
}

# ok: threat-detection-switched-off
resource "aws_guardduty_detector" "as_it_comes" {}

# open: threat-detection-switched-off
resource "aws_guardduty_detector" "unknown" {
  enable = var.on
}

# ruleid: threat-detection-switched-off
resource "aws_guardduty_detector_feature" "off" {
  name   = "S3_DATA_EVENTS"
  status = "DISABLED"
}

# ok: threat-detection-switched-off
resource "aws_guardduty_detector_feature" "on" {
  name   = "S3_DATA_EVENTS"
  status = "ENABLED"
}

# ruleid: threat-detection-switched-off
resource "aws_guardduty_organization_configuration" "nobody" {
  auto_enable_organization_members = "NONE"
}

# ok: threat-detection-switched-off
resource "aws_guardduty_organization_configuration" "all" {
  auto_enable_organization_members = "ALL"
}

# ok: threat-detection-switched-off
resource "aws_securityhub_account" "account" {}

# ruleid: threat-detection-switched-off
resource "azurerm_security_center_subscription_pricing" "free" {
  tier          = "Free"
  resource_type = "KeyVaults"
}

# ok: threat-detection-switched-off
resource "azurerm_security_center_subscription_pricing" "standard" {
  tier          = "Standard"
  resource_type = "KeyVaults"
}

# ruleid: threat-detection-switched-off
resource "azurerm_mssql_server_security_alert_policy" "off" {
  server_name = "records"
  state       = "Disabled"
}

# ok: threat-detection-switched-off
resource "azurerm_mssql_server_security_alert_policy" "on" {
  server_name = "records"
  state       = "Enabled"
}

# ruleid: threat-detection-switched-off
resource "azurerm_advanced_threat_protection" "off" {
  target_resource_id = "id"
  enabled            = false
}

# ok: threat-detection-switched-off
resource "azurerm_advanced_threat_protection" "on" {
  target_resource_id = "id"
  enabled            = true
}

# ok: threat-detection-switched-off
resource "google_scc_project_scc_big_query_export" "findings" {
  project = "wards"
}

# ok: threat-detection-switched-off
resource "aws_guardduty_detector_feature" "clusters" {
  name   = "EKS_AUDIT_LOGS"
  status = "DISABLED"
}
