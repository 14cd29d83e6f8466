# ok: protective-headers-switched-off
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "csp.middleware.CSPMiddleware",
]
