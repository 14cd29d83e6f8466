import requests


def area(postcode, **more):
    # ok: service-called-without-timeout
    answer = requests.get(f"{AREAS}/{postcode}", timeout=5)
    # ok: service-called-without-timeout
    requests.get(AREAS, **more)
    # ok: service-called-without-timeout
    return session.get(AREAS), answer


def patient(number):
    # Told by the rule for national services.
    # ok: service-called-without-timeout
    return requests.get(f"{PDS_URL}/Patient")
