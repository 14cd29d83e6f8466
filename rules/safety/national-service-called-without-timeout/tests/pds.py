import requests


def patient(pds_url, number, headers, options):
    # ruleid: national-service-called-without-timeout
    first = requests.get(f"{pds_url}/Patient/{number}", headers=headers)
    # ok: national-service-called-without-timeout
    second = requests.get(f"{pds_url}/Patient/{number}", headers=headers, timeout=10)
    # ok: national-service-called-without-timeout
    third = requests.get(f"{pds_url}/Patient/{number}", **options)
    # ok: national-service-called-without-timeout
    weather = requests.get("https://weather.example/today")
    # ruleid: national-service-called-without-timeout
    waits = requests.get(f"{pds_url}/Patient/{number}", headers=headers, timeout=None)
    return first, second, third, weather, waits
