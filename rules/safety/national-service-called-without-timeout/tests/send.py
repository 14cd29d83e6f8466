import requests


def send(mesh_url, body):
    # ruleid: national-service-called-without-timeout
    requests.post(mesh_url, json=body)
    # ruleid: national-service-called-without-timeout
    requests.put("https://api.service.nhs.uk/mesh", json=body)
    # ruleid: national-service-called-without-timeout
    requests.patch(f"{mesh_url}/status", json=body)
    # ruleid: national-service-called-without-timeout
    requests.delete(f"{mesh_url}/1")
    # ok: national-service-called-without-timeout
    requests.post("https://weather.example/today", json=body, timeout=3)
