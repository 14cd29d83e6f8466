from flask import Flask
app = Flask(__name__)

@app.get("/wards")
def wards():
    return {"system": "https://wards.trust.example/id/ward", "value": "none"}
