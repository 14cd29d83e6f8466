import bcrypt


def stored(key):
    return bcrypt.hashpw(key, bcrypt.gensalt())


register(stored)


registry_login()
