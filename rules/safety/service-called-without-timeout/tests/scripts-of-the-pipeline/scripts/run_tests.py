import requests

requests.post("https://forge.example/dispatches", json={})
