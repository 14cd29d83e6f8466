import jwt


def show(token):
    print(jwt.decode(token, options={"verify_signature": False}))
