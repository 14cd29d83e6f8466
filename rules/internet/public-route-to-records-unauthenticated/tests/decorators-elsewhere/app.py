from flask import Flask

app = Flask(__name__)


@app.route("/patients/<nhs_number>")
def patient(nhs_number): ...


app.run(port=80)
