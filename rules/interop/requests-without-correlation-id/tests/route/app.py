from flask import Flask

app = Flask(__name__)


@app.route("/wards")
def wards():
    return []


if __name__ == "__main__":
    app.run()
