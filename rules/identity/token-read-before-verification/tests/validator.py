import jwt


def validate(token, key):
    # review: token-read-before-verification
    seen = jwt.decode(token, options={"verify_signature": False})
    audience = {"audience": "records"} if "aud" in seen else {}
    return jwt.decode(token, key, algorithms=["RS256"], **audience)


def issuer(token):
    # review: token-read-before-verification
    unverified_payload = jwt.decode(token, options={"verify_signature": False})
    return unverified_payload.get("iss", "")


def checked(token, key):
    # ok: token-read-before-verification
    return jwt.decode(token, key, algorithms=["RS256"])
