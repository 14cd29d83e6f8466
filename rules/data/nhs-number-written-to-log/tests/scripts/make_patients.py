for nhs_number in numbers:
    # ok: nhs-number-written-to-log
    logger.info("made %s", nhs_number)
