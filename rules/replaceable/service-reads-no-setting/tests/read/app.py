import os, requests
from flask import Flask
app = Flask(__name__)

@app.get("/wards")
def wards():
    return requests.get(os.environ["DIRECTORY"] + "/wards", headers={"From": "https://wards.trust.example"}, timeout=5).json()
