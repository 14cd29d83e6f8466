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
