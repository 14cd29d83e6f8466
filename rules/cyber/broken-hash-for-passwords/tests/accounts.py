import hashlib

import bcrypt


def kept(password, body):
    # ruleid: broken-hash-for-passwords
    old = hashlib.md5(password.encode()).hexdigest()
    # ok: broken-hash-for-passwords
    tag = hashlib.md5(body, usedforsecurity=False).hexdigest()
    # ok: broken-hash-for-passwords
    new = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    return old, tag, new


def older(password):
    # ruleid: broken-hash-for-passwords
    return hashlib.sha1(password.encode()).hexdigest()


def tag(etag):
    # ok: broken-hash-for-passwords
    return hashlib.md5(etag.encode()).hexdigest()
