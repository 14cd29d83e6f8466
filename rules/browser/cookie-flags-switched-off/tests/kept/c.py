app.config.update(SESSION_COOKIE_SECURE=True)
