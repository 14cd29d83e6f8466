from flask import Flask
app = Flask(__name__)

@app.post("/prisoners/match-restricted-patients")
def match(): ...
