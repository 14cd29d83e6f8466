import requests


def hours(ods_code):
    return requests.get(f"https://api.service.nhs.uk/organisation-data-terminology-api/fhir/Organization/{ods_code}", timeout=5)
