import requests

BASE = "https://api.service.nhs.uk/personal-demographics/FHIR/R4"


def get(nhs_number):
    return requests.get(f"{BASE}/Patient/{nhs_number}", timeout=5).json()
