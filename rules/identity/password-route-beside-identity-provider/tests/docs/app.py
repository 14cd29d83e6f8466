from flask import Flask, redirect

app = Flask(__name__)


@app.route("/sign-in")
def sign_in():
    return redirect(client.create_authorization_url())
