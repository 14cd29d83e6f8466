import requests
requests.get("https://directory.trust.example/wards", timeout=5)
