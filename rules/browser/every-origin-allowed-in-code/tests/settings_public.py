# ok: every-origin-allowed-in-code
CORS_ALLOW_ALL_ORIGINS = True
