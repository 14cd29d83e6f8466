from flask import Flask
app = Flask(__name__)

@app.get("/patients/<id>")
def show(id): ...

@app.post("/admin/export")
def export(): ...
