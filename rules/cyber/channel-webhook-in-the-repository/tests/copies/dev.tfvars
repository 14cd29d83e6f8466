environment = "dev"
teams_url = "https://trust.webhook.office.com/webhookb2/e923d5a4-fd12-aabf-e228-f219e9cb0eb5@3f16947c-cf25-ec84-d8db-c74254770f58/IncomingWebhook/904dba41ecccc3fc1626e53a13043b02/6c48bbf3-3fef-f924-3a8f-506b40928b5b"
