import os

DEBUG = False
# ruleid: cookie-flags-switched-off
SESSION_COOKIE_SECURE = False
# ok: cookie-flags-switched-off
CSRF_COOKIE_SECURE = os.environ.get("PLAIN") is None
