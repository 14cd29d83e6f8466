import requests


def immunizations(instance, patient):
    # ok: national-service-called-without-timeout
    return requests.get(f"https://fhir-{instance}.records.example/Immunization", params={"patient": patient})


def registered(base, nhs_number):
    # ok: national-service-called-without-timeout
    first = requests.get(f"{base}/patients/{nhs_number}")
    # ok: national-service-called-without-timeout
    second = requests.get(base + "/Patient?identifier=https://fhir.nhs.uk/Id/local-number")
    # ruleid: national-service-called-without-timeout
    third = requests.get(f"https://api.service.nhs.uk/personal-demographics/{nhs_number}")
    return first, second, third
