import requests

NAMESPACE = "http://hl7.org.uk/fhir"


def lookup(person):
    # ok: code-calls-in-clear-text
    requests.get("http://localhost:8080/health")
    # ok: code-calls-in-clear-text
    requests.get("http://records.wards.svc.cluster.local/records")
    # ok: code-calls-in-clear-text
    requests.get(f"http://{HOST}/records")
    # ruleid: code-calls-in-clear-text
    return requests.post("http://lookup.supplier.co.uk/people", json=person)
