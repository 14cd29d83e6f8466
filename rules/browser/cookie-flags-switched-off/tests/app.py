# ruleid: cookie-flags-switched-off
app.config.update(SESSION_COOKIE_SECURE=False, SESSION_COOKIE_NAME="ward")
# ruleid: cookie-flags-switched-off
app.config.update(SESSION_COOKIE_HTTPONLY=False)
# ruleid: cookie-flags-switched-off
app.config["SESSION_COOKIE_SECURE"] = False
# ruleid: cookie-flags-switched-off
app.config["SESSION_COOKIE_HTTPONLY"] = False
# ruleid: cookie-flags-switched-off
SESSION_COOKIE_SAMESITE = None
# ruleid: cookie-flags-switched-off
SESSION_COOKIE_HTTPONLY = False
# ruleid: cookie-flags-switched-off
CSRF_COOKIE_SECURE = False
# ok: cookie-flags-switched-off
SESSION_COOKIE_SAMESITE = "None"
# ruleid: cookie-flags-switched-off
response.set_cookie("session", value, secure=False)
# ok: cookie-flags-switched-off
response.set_cookie("session", value, secure=True, httponly=True)
# ok: cookie-flags-switched-off
app.config.update(SESSION_COOKIE_SECURE=True)
