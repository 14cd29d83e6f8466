from flask import Flask
app = Flask(__name__)

@app.get("/encounters/<id>")
def show(id): ...

@app.get("/observations/<id>")
def seen(id): ...
