import jwt


def show(token):
    unverified = jwt.decode(token, options={"verify_signature": False})
    print(unverified)
