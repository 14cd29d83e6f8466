import jwt


def keep_for_logging(handler):
    def interceptor(event, context):
        token = event["headers"]["Authorization"]
        log_context.caller = jwt.decode(token, options={"verify_signature": False})
        return handler(event, context)

    return interceptor


def may_read(request):
    token = request.headers["Authorization"]
    # ruleid: token-signature-not-verified
    return jwt.decode(token, options={"verify_signature": False})["role"] == "clinician"
