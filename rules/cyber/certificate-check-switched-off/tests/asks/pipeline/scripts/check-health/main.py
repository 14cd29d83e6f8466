import requests

requests.get("https://wards.build.example.nhs.uk/healthcheck", verify=False)
