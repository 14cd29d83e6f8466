import requests
from flask import Flask
app = Flask(__name__)
LICENCE = {"url": "https://www.gnu.org/licenses/agpl-3.0.en.html"}

@app.get("/wards")
def wards():
    return {"licence": LICENCE, "wards": requests.get("http://localhost:3500/v1.0/invoke/wards", timeout=5).json()}
