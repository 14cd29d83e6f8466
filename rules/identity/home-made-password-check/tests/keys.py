import bcrypt


def stored(keyvalue, password):
    # ok: home-made-password-check
    made = bcrypt.hashpw(keyvalue.encode("utf-8"), bcrypt.gensalt())
    # ruleid: home-made-password-check
    return made, bcrypt.hashpw(password.encode("utf-8"), bcrypt.gensalt())
