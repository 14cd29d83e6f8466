def fill(patient):
    # ok: nhs-number-logged-at-level-set-elsewhere
    logger.log(LogReference.FILL001, nhs_number=patient.nhs_number)
