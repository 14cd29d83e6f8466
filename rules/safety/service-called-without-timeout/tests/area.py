import requests


def area(postcode):
    # ruleid: service-called-without-timeout
    return requests.get(f"{AREAS}/{postcode}")


def letter(text):
    # ruleid: service-called-without-timeout
    answer = requests.post(url=PRINTERS, data=text)
    # ruleid: service-called-without-timeout
    requests.put(PRINTERS, data=text, headers={"a": "b"})
    return answer
