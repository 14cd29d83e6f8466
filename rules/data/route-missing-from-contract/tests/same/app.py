from flask import Flask

app = Flask(__name__)


@app.route("/wards")
def all_wards(): ...


@app.route("/wards/<id>")
def one(id): ...
