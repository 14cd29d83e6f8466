from flask import Flask
from resources import RESOURCES
app = Flask(__name__)
@app.route("/wards")
def all_wards(): ...
@app.route("/wards/<id>")
def one(id): ...
for name, view in RESOURCES.items():
    app.add_url_rule(f"/{name}/<id>", view_func=view, methods=["DELETE"])
