import logging

logger = logging.getLogger(__name__)


def reset(user, new_password):
    # review: password-written-to-log
    logger.info("new password of %s: %s", user.name, new_password)
    # ok: password-written-to-log
    logger.info("password of %s was reset", user.name)
