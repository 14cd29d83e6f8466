from sendgrid import EventWebhook, SendGridAPIClient
from sendgrid.helpers.mail import Mail
from twilio.request_validator import RequestValidator
from twilio.rest import Client


def write(to, key):
    SendGridAPIClient(key).send(Mail("clinic@example.org", to, "Your appointment", "On Monday"))
