from flask import Flask

from records import find, log_changes

app = Flask(__name__)


@log_changes
class Letter:
    pass


@app.route("/patients/<int:number>")
def patient(number):
    return find(number).as_dict()
