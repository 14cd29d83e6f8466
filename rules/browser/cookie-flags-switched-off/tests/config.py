class Config:
    # ok: cookie-flags-switched-off
    SESSION_COOKIE_SECURE = False


class DevelopmentConfig(Config):
    # ok: cookie-flags-switched-off
    SESSION_COOKIE_HTTPONLY = False


class ProductionConfig(Config):
    # ok: cookie-flags-switched-off
    SESSION_COOKIE_SECURE = True


if settings.DEBUG:
    # ok: cookie-flags-switched-off
    CSRF_COOKIE_SECURE = False


def choose(response, language):
    # ok: cookie-flags-switched-off
    response.set_cookie("ward_language", language, secure=False)
    # ruleid: cookie-flags-switched-off
    response.set_cookie("ward_user", language, secure=False)
