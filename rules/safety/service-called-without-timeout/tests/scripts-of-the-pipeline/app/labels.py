import requests

requests.post("https://labels.example/print", json={})
