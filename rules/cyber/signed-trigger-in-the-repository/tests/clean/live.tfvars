alerts_url = "https://prod-12.ukwest.logic.azure.com:443/workflows/0123/triggers/manual/paths/invoke?api-version=2016-10-01&sv=1.0&sig=REPLACE_ME"
teams_url  = "https://trust.webhook.office.com/webhookb2/<team>@<tenant>/IncomingWebhook/<id>/<user>"
