def search(body, params, request):
    # review: nhs-number-logged-at-level-set-elsewhere
    logger.log(
        LogReference.SEARCH003,
        nhs_number=body.nhs_number,
        type=params.type,
    )
    # review: nhs-number-logged-at-level-set-elsewhere
    logger.log(references.Search.READ_001, "read (once)", params.nhs_number)
    # ok: nhs-number-logged-at-level-set-elsewhere
    logger.log(LogReference.SEARCH004, count=len(body.nhs_numbers))
    # ok: nhs-number-logged-at-level-set-elsewhere
    logger.log(LogReference.SEARCH005, nhs_number=masked(body.nhs_number))
    # ok: nhs-number-logged-at-level-set-elsewhere
    logger.log(logging.INFO, "read %s", body.nhs_number)
    # ok: nhs-number-logged-at-level-set-elsewhere
    logger.log(LogLevel.DEBUG, body.nhs_number)
    # ok: nhs-number-logged-at-level-set-elsewhere
    logger.log(LogReference.SEARCH006, request=request.id)
    return find(body.nhs_number)
