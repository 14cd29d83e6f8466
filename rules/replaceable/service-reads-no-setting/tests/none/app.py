import requests
from flask import Flask
app = Flask(__name__)
HELP = "https://docs.trust.example/wards"

@app.get("/wards")
def wards():
    return requests.get("https://directory.trust.example/wards", timeout=5).json()
