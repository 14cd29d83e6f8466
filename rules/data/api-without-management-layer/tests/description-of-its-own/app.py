from flask import Flask
app = Flask(__name__)


@app.post("/letters")
def letters(): ...
