from flask import Flask
app = Flask(__name__)
@app.route("/letters")
def letters(): ...
