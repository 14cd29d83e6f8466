from flask import Flask, request
from werkzeug.security import check_password_hash

app = Flask(__name__)


@app.route("/sign-in", methods=["POST"])
def sign_in():
    return {"in": check_password_hash(user.hash, request.form["password"])}
