# ok: home-made-password-check
from app.passwords import verify_password_hash


# ruleid: home-made-password-check
def get_password_hash(plain: str) -> str:
    return hasher.hash(plain)


# ok: home-made-password-check
# stored = bcrypt.hashpw(password, bcrypt.gensalt())


def find(cursor, email, password):
    # ruleid: home-made-password-check
    cursor.execute("SELECT id FROM users WHERE email = %s AND password = crypt(%s, password)", (email, password))
    # ok: home-made-password-check
    cursor.execute("UPDATE users SET password_changed = now() WHERE email = %s", (email,))
