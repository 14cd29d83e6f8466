import hashlib
import hmac


def key(number, secret):
    return hmac.new(secret, number.encode(), hashlib.sha512).hexdigest()
