import os

REMINDER = f"https://reminders.azurewebsites.net/api/send?code={os.environ['REMINDER_KEY']}"
OIDC = "https://sign-in.azurewebsites.net/callback?code=abc&state=xyz"
