import flask
import functions_framework


@functions_framework.cloud_event
def message_arrived(event) -> flask.Response:
    return flask.Response(status=200)
