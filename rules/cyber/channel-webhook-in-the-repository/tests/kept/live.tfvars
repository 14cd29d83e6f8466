teams_url = "https://trust.webhook.office.com/webhookb2/<team>@<tenant>/IncomingWebhook/<id>/<user>"
slack_url = "https://hooks.slack.com/services/T000/B000/XXXX"
