import jwt


def unchecked(request):
    token = request.headers["Authorization"]
    # ruleid: token-signature-not-verified
    return jwt.decode(token, options={"verify_signature": False})


def expired(token, key):
    return jwt.decode(
        token,
        key,
        algorithms=["RS256"],
        # ok: token-signature-not-verified
        options={"verify_exp": False},
    )


# ok: token-signature-not-verified
keys = jwt.PyJWKClient("https://auth.login.nhs.uk/.well-known/jwks.json")
