class Import {
    void read(String nhsNumber, Patient patient) {
        // ruleid: nhs-number-written-to-debug-log
        LOG.trace(nhsNumber + ": letters begun");
        // ruleid: nhs-number-written-to-debug-log
        LOGGER.debug("Letters of patient [{}]", patient.getNhsNumber());
        // ruleid: nhs-number-written-to-debug-log
        logger.log(Level.FINER, "Letters of " + nhsNumber);
        // ok: nhs-number-written-to-debug-log
        LOGGER.info("Letters of patient {}", nhsNumber);
        // ok: nhs-number-written-to-debug-log
        logger.log(Level.INFO, "Letters of " + nhsNumber);
        // ok: nhs-number-written-to-debug-log
        LOGGER.debug("Letters of {}", masked(nhsNumber));
        if (!isValidNhsNumber(nhsNumber)) {
            // ok: nhs-number-written-to-debug-log
            LOGGER.debug("Left out: {}", nhsNumber);
        }
        // ruleid: nhs-number-written-to-debug-log
        LOGGER.debug("Stored {}", nhsNumber);
    }
}
