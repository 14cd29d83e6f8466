import bcrypt
from flask import Flask

app = Flask(__name__)


@app.post("/login")
def enter():
    return bcrypt.checkpw(given(), stored())
