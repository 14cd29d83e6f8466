# "https://auth.login.nhs.uk" is the issuer
ISSUER = "https://auth.login.nhs.uk"
