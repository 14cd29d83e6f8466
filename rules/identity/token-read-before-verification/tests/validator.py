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


def key_of(token):
    # The header says which key; nothing of the claims is believed.
    # ok: token-read-before-verification
    return keys[jwt.get_unverified_header(token)["kid"]]


def first(token, keys):
    # review: token-read-before-verification
    unverified = jwt.decode(token, options={"verify_signature": False})
    # ok: token-read-before-verification
    return jwt.decode(token, keys[unverified["iss"]], algorithms=["RS512"], audience="records")


# ok: token-read-before-verification
# unverified = jwt.decode(token, options={"verify_signature": False})
