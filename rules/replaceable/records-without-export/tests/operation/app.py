from flask import Flask

app = Flask(__name__)


@app.post("/Patient/$gpc.migratestructuredrecord")
def migrate():
    return transfers.begin()
