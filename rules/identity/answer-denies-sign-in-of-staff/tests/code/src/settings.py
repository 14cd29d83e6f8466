import os

ISSUER = "https://am.nhsidentity.spineservices.nhs.uk/"
CLIENT = os.environ["CLIENT_ID"]
