# ok: protective-headers-switched-off
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ward.middleware.SecurityHeadersMiddleware",
]
