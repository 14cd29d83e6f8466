import hashlib


# ok: home-made-password-check
def hash_password(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 2000)
