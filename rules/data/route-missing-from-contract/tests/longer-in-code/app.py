from flask import Flask

app = Flask(__name__)


@app.route("/api/wards")
def f0(): ...


@app.route("/api/beds")
def f1(): ...
