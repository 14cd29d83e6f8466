REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": (
        "rest_framework.permissions.IsAuthenticated",
    ),
}
MIDDLEWARE = ["django.contrib.auth.middleware.LoginRequiredMiddleware"]
