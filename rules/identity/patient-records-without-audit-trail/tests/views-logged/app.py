from flask import Flask

from records import find, log_view_patient

app = Flask(__name__)


@app.route("/patients/<int:number>")
def patient(number):
    found = find(number)
    log_view_patient(found)
    return found.as_dict()
