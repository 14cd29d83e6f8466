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

# A name of the network itself, and a schema by the name that it has.
# ok: code-calls-in-clear-text
requests.get("http://letters.service.consul/all")
# ok: code-calls-in-clear-text
requests.get("http://hl7.org/fhir/R4/valueset.json")
# ok: code-calls-in-clear-text
requests.get("http://letters.test.example-trust.org/all")
