def records(request):
    # review: address-of-caller-grants-access
    if request.headers.get("X-Forwarded-For") in ALLOWED_IPS:
        return everything()
    # review: address-of-caller-grants-access
    if request.META["REMOTE_ADDR"] not in settings.OFFICE_ADDRESSES:
        raise PermissionDenied
    # review: address-of-caller-grants-access
    if request.META["HTTP_X_FORWARDED_FOR"].startswith("10."):
        return everything()
    # if request.META["REMOTE_ADDR"] in ALLOWED_IPS: what we did once
    # ok: address-of-caller-grants-access
    logger.info("called from %s", request.META["REMOTE_ADDR"])
    # ok: address-of-caller-grants-access
    if request.META["REMOTE_ADDR"] in settings.INTERNAL_IPS:
        show_toolbar()
    # ok: address-of-caller-grants-access
    if request.META["REMOTE_ADDR"] in trusted_proxies:
        address = request.headers.get("X-Forwarded-For").split(",")[0]
    # ok: address-of-caller-grants-access
    if request.user.may("records.read"):
        return everything()
