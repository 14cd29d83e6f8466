import jwt


def read(request):
    token = request.headers["Authorization"]
    # ruleid: token-signature-not-verified
    claims = jwt.decode(token, options={"verify_signature": False})
    return claims["requesting_device"], claims["requesting_organization"], claims["requesting_practitioner"]
