from flask import Flask
app = Flask(__name__)

@app.get("/rotas/<id>")
def show(id): ...
