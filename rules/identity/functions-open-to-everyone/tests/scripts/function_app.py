import azure.functions as func

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)


@app.route(route="letters/{id}")
def letter(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(letters.read(req.route_params["id"]))
