import jwt

# ok: callers-known-by-a-shared-key
keys = jwt.PyJWKClient(settings.KEYS)
