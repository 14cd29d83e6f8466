from flask import Flask
app = Flask(__name__)

@app.get("/registered-patients/<id>")
def show(id): ...
