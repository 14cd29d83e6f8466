from flask import Flask

from staff import auth_required, verify_token

app = Flask(__name__)


@app.route("/patients/<nhs_number>")
@auth_required("staff")
def patient(nhs_number): ...


@app.route("/patients/export")
@auth_required("records")
def export(): ...


@app.route("/login")
def login(): ...


app.run(port=80)
