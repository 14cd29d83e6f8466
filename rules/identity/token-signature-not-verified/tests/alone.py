import jwt


def decode_token(token):
    return jwt.decode(
        token,
        algorithms=["RS256"],
        # ruleid: token-signature-not-verified
        options={"verify_signature": False},
    )


def caller():
    return decode_token(request.headers["Authorization"])


def letter_token(token):
    try:
        jwt.decode(token, key=settings["PUBLIC_KEY"], algorithms=["RS256"])
        return True
    except jwt.InvalidTokenError:
        return False
