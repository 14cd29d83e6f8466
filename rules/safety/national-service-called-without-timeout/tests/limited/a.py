import requests

requests.get("https://api.service.nhs.uk/mesh", timeout=3)
requests.get("https://weather.example", timeout=3)
requests.get("https://api.service.nhs.uk/mesh", timeout=None)
