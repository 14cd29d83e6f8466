DEBUG = bool(environ.get("DEBUG"))
if DEBUG:
    HEADERS = {"Content-Security-Policy": "script-src 'self' 'unsafe-inline'"}

    OTHER = 1
if not DEBUG:
    # ruleid: policy-lets-any-script-run
    HEADERS = {"Content-Security-Policy": "script-src 'self' 'unsafe-inline'"}
