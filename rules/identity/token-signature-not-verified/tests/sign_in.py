import jwt


def callback(request):
    answer = exchange(request.cookies["state"])
    # Straight from the provider, over TLS.
    # ok: token-signature-not-verified
    return jwt.decode(answer["id_token"], options={"verify_signature": False})["sub"]
