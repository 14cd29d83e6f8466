import hl7apy.parser
from flask import Flask

app = Flask(__name__)


@app.post("/results")
def results(): ...


if __name__ == "__main__":
    app.run()
