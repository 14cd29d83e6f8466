import bcrypt


def may(person, typed):
    return check_password(person, typed)
