import jwt


def claims(token, key):
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_exp": False})


def checked(token, key):
    # jwt.decode(token, key, options={"verify_iss": False})
    return jwt.decode(token, key, algorithms=["RS256"], issuer=ISSUER)
