import jwt


def validate(token, key):
    params = {"key": key, "algorithms": ["RS256"]}
    seen = jwt.decode(
        token, options={"verify_signature": False}
    )
    if "aud" in seen:
        params["audience"] = "records"
    return jwt.decode(token, **params)


def issuer(token):
    unverified_payload = jwt.decode(
        token, options={"verify_signature": False}
    )
    return unverified_payload.get("iss", "")


def believed(request):
    token = request.headers["Authorization"]
    return jwt.decode(token, options={"verify_signature": False})


def checked(token, key):
    return jwt.decode(token, key, algorithms=["RS256"])
