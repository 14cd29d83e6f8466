from werkzeug.security import check_password_hash, generate_password_hash


def sign_in(user, password):
    # ruleid: home-made-password-check
    return check_password_hash(user.password_hash, password)


# ok: home-made-password-check
def password_field(label):
    return f"<label>{label}</label>"


def reset_token(token):
    # ok: home-made-password-check
    return generate_password_hash(token)


def register(user, token, password):
    # ruleid: home-made-password-check
    user.password_hash = generate_password_hash(password)
    # ok: home-made-password-check
    return check_password_hash(user.reset_token, token)
