class Levels {
    void read(String nhsNumber, Patient patient, Staff staff) {
        // ok: nhs-number-written-to-log
        LOGGER.debug("Letters of patient [{}]", patient.getNhsNumber());
        // ok: nhs-number-written-to-log
        LOG.trace(nhsNumber + ": letters begun");
        // ok: nhs-number-written-to-log
        logger.log(Level.FINER, "Letters of " + nhsNumber);
        // ruleid: nhs-number-written-to-log
        logger.log(Level.WARNING, "Letters of " + nhsNumber);
        if (!isValidNhsNumber(nhsNumber)) {
            // ok: nhs-number-written-to-log
            LOGGER.warn("Left out: {}", nhsNumber);
        } else {
            // ruleid: nhs-number-written-to-log
            LOGGER.info("Taken over: {}", nhsNumber);
        }
        if (!validator.validateNhsNumber(nhsNumber) || staff.away()) {
            // ruleid: nhs-number-written-to-log
            LOGGER.warn("Left out: {}", nhsNumber);
        }
        if (!mayRead(nhsNumber)) {
            // ruleid: nhs-number-written-to-log
            LOGGER.warn("Refused: {}", nhsNumber);
        }
        Boolean checked = IdentifierHelper.isValidNhsNumber(nhsNumber);
        if (!checked.booleanValue()) {
            // ok: nhs-number-written-to-log
            LOG.error("Left out " + nhsNumber);
            // ok: nhs-number-written-to-log
            LOG.error("Non-valid NHS number " + nhsNumber);
        }
        if (!staff.booleanValue()) {
            // ruleid: nhs-number-written-to-log
            LOG.error("Left out " + nhsNumber);
        }
        // ruleid: nhs-number-written-to-log
        logger.log(System.Logger.Level.ERROR, "Letters of " + nhsNumber);
        // ruleid: nhs-number-written-to-log
        logger.log(Patient.NhsNumber, nhsNumber);
    }
}
