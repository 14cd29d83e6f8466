import hashlib

import requests


def known(password):
    # ok: broken-hash-for-passwords
    digest = hashlib.sha1(password.encode()).hexdigest().upper()
    return digest[5:] in requests.get("https://api.pwnedpasswords.com/range/" + digest[:5]).text
