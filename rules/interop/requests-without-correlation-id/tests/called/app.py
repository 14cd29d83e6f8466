from flask import Flask

app = Flask(__name__)


@app.route("/wards")
def wards():
    return with_correlation_id([])


if __name__ == "__main__":
    app.run()
