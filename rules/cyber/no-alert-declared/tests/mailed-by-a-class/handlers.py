from logging.handlers import SMTPHandler


class Mailer(SMTPHandler):
    """Mails over TLS."""
