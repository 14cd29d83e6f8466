import jwt


def claims(token, key):
    # review: token-audience-not-checked
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})


def checked(token, key):
    # ok: token-audience-not-checked
    return jwt.decode(token, key, algorithms=["RS256"], audience="records")


def kind(token):
    # ok: token-audience-not-checked
    return jwt.decode(token, options={"verify_signature": False, "verify_aud": False})["typ"]
