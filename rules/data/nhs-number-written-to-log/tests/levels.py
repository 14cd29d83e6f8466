def read(nhs_number, rows):
    if not nhs_number_is_valid(nhs_number):
        # ok: nhs-number-written-to-log
        logger.warning("left out: %s", nhs_number)

        return None
    # ruleid: nhs-number-written-to-log
    logger.warning("taken: %s", nhs_number)
    # ok: nhs-number-written-to-log
    logger.debug("taken: %s", nhs_number)
    # ok: nhs-number-written-to-log
    logger.error("Malformed NHS number: %s", nhs_number)
    # ruleid: nhs-number-written-to-log
    logger.error("not found: %s", nhs_number)


def search(params, severity):
    # ok: nhs-number-written-to-log
    logger.log(
        LogReference.SEARCH003,
        nhs_number=params.nhs_number,
    )
    # ok: nhs-number-written-to-log
    logger.log(events.LETTER_READ, nhs_number=params.nhs_number)
    # ruleid: nhs-number-written-to-log
    logger.log(logging.WARNING, "read %s", params.nhs_number)
    # ruleid: nhs-number-written-to-log
    logger.info(LogReference.SEARCH003, params.nhs_number)
    if not (number := check(params)):
        # ok: nhs-number-written-to-log
        logger.warning("left out: %s", params.nhs_number)
        raise ValueError(
            "Invalid NHS number"
        )
    if params.dated:
        if wrong(params):
            raise ValueError("Invalid NHS number")
        # ruleid: nhs-number-written-to-log
        logger.info("read %s", params.nhs_number)
