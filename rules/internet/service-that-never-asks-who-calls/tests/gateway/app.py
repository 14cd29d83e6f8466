from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/pay/<name>", methods=["POST"])
def pay(name):
    return jsonify(total=request.get_json()["total"])
