resource "aws_ssm_parameter" "teams" {
  name  = "/alerts/teams"
  type  = "SecureString"
  value = var.teams_url
}

variable "teams_url" {
  description = "https://<tenant>.webhook.office.com/webhookb2/<group>@<tenant>/IncomingWebhook/<id>/<owner>"
  sensitive   = true
}
