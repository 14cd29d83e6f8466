# ruleid: strict-transport-too-short
SECURE_HSTS_SECONDS = 60
# ruleid: strict-transport-too-short
SECURE_HSTS_SECONDS = env.int("HSTS", default=3600)
# ok: strict-transport-too-short
SECURE_HSTS_SECONDS = 31536000
# ok: strict-transport-too-short
SECURE_HSTS_SECONDS = 31_536_000
# ok: strict-transport-too-short
SECURE_HSTS_SECONDS = 3600 * 24 * 365
