from flask import Flask

app = Flask(__name__)


@app.get("/letters")
def letters(): ...
