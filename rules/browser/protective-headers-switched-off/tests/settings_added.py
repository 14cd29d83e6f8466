# ok: protective-headers-switched-off
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
]

if REMOTE_SIGN_IN:
    MIDDLEWARE += ["ward.middleware.RemoteUserMiddleware"]

MIDDLEWARE += [
    # after the sign-in
    "django.contrib.messages.middleware.MessageMiddleware",
    # ok: protective-headers-switched-off
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
