from dash import Dash
from flask import Flask

server = Flask(__name__)
dashboard = Dash(__name__, server=server)


@server.route("/api/beds")
def answer():
    return beds()
