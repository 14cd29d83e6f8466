import os

ADMINS = [("Duty", address) for address in os.environ["ADMINS"].split(",")]
