import logging.handlers


def watch(app):
    handler = logging.handlers.SMTPHandler("mail", "wards@example.org", ["duty@example.org"], "Fault")
    handler.setLevel(logging.ERROR)
    app.logger.addHandler(handler)
