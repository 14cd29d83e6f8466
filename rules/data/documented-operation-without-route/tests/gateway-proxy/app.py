from flask import Flask

app = Flask(__name__)


@app.route("/wards")
def f0(**given): ...
