import jwt


def decode_token(token):
    return jwt.decode(
        token,
        algorithms=["RS256"],
        # review: token-read-before-verification
        options={"verify_signature": False},
    )


def verify_token(token):
    try:
        jwt.decode(token, key=settings["PUBLIC_KEY"], algorithms=["RS256"])
        return True
    except jwt.InvalidTokenError:
        return False
