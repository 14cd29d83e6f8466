from flask import Flask

app = Flask(__name__)


@app.route("/bookings")
def bookings():
    return []
