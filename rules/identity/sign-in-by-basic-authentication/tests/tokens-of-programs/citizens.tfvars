AUTH_NHSLOGIN_ISSUER_URL = "https://auth.login.nhs.uk"
