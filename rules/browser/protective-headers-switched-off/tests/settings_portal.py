# ruleid: protective-headers-switched-off
SECURE_CONTENT_TYPE_NOSNIFF = False
# ruleid: protective-headers-switched-off
X_FRAME_OPTIONS = "ALLOWALL"
# ruleid: protective-headers-switched-off
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    # "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
