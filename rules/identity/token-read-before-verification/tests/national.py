import jwt

ALGORITHM = "none"
CLAIMS = ("requesting_device", "requesting_organization", "requesting_practitioner")


def read(token):
    # review: token-read-before-verification
    return jwt.decode(token, options={"verify_signature": False})
