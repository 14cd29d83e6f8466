import requests


def test_beds():
    assert requests.get("http://localhost:8080/beds", timeout=5).json() == []
