from werkzeug.security import check_password_hash


def sign_in(user, password):
    # ruleid: home-made-password-check
    return check_password_hash(user.password_hash, password)


# ok: home-made-password-check
def password_field(label):
    return f"<label>{label}</label>"
