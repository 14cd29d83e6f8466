import flask
import functions_framework


@functions_framework.http
def patients(request: flask.Request):
    return {"patients": []}
