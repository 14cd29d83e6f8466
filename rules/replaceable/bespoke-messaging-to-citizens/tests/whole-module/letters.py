import sendgrid
from sendgrid import EventWebhook

sendgrid.SendGridAPIClient("key").send({"to": "somebody"})
EventWebhook()
