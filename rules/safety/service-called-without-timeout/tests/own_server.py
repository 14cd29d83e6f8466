import requests


def immunizations(instance, patient):
    # ruleid: service-called-without-timeout
    return requests.get(f"https://fhir-{instance}.records.example/Immunization", params={"patient": patient})


def registered(base, nhs_number):
    # ruleid: service-called-without-timeout
    return requests.get(f"{base}/patients/{nhs_number}")
