from flask import Flask
app = Flask(__name__)

@app.get("/patients/<id>")
def show(id): ...

@app.get("/discharge/export-settings")
def settings(): ...
