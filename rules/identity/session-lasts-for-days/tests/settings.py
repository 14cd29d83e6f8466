from datetime import timedelta

# review: session-lasts-for-days
SESSION_COOKIE_AGE = 1209600
# review: session-lasts-for-days
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
# review: session-lasts-for-days
PERMANENT_SESSION_LIFETIME = timedelta(days=31)
# review: session-lasts-for-days
app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(weeks=2)
# ok: session-lasts-for-days
SESSION_COOKIE_AGE = 1200
# ok: session-lasts-for-days
SESSION_COOKIE_AGE = 20 * 60
# ok: session-lasts-for-days
PERMANENT_SESSION_LIFETIME = timedelta(hours=8)
# ok: session-lasts-for-days
# SESSION_COOKIE_AGE = 1209600
# ok: session-lasts-for-days
# app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(days=31)
# ok: session-lasts-for-days
CSRF_COOKIE_AGE = 31449600
# ok: session-lasts-for-days
# SESSION_COOKIE_AGE = 600 in training
