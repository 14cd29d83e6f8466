from flask import Flask

app = Flask(__name__)


@app.get("/wards")
def wards(): ...
