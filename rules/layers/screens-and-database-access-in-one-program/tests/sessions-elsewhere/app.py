import redis
from flask import Flask, render_template

app = Flask(__name__)


@app.route("/")
def beds():
    return render_template("beds.html")
