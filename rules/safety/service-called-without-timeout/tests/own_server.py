import requests


def immunizations(instance, patient):
    # ruleid: service-called-without-timeout
    return requests.get(f"https://fhir-{instance}.records.example/Immunization", params={"patient": patient})
