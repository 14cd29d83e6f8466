# ok: protective-headers-switched-off
SECURE_CONTENT_TYPE_NOSNIFF = True
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # ok: protective-headers-switched-off
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
