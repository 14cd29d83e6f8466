import jwt


def keep_for_logging(handler):
    def interceptor(event, context):
        token = event["headers"]["Authorization"]
        # review: token-read-before-verification
        log_context.caller = jwt.decode(token, options={"verify_signature": False})
        return handler(event, context)

    return interceptor


def audit_caller(token):
    log_context.caller = jwt.decode(
        # review: token-read-before-verification
        token, algorithms=["RS256"], options={"verify_signature": False}
    )


def may_read(token):
    # review: token-read-before-verification
    return jwt.decode(token, options={"verify_signature": False})["role"] == "clinician"
