import os

ISSUER = "https://auth.login.nhs.uk/"
CLIENT = os.environ["CLIENT_ID"]
