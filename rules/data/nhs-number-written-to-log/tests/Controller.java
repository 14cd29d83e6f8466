class Controller {
    private static final Logger LOGGER = LoggerFactory.getLogger(Controller.class);

    void read(String nhsNumber, Patient patient) {
        // ruleid: nhs-number-written-to-log
        LOGGER.info("Discharges of patient {}", nhsNumber);
        // ruleid: nhs-number-written-to-log
        LOGGER.warn("Not found: " + patient.getNhsNumber());
        // ok: nhs-number-written-to-log
        LOGGER.warn("OVERRIDE_NHS_NUMBER is being used, no longer using the NHS number given");
        // ok: nhs-number-written-to-log
        LOGGER.info("Read {}", masked(nhsNumber));
    }

    /* Before the register was asked:
    void search(String nhsNumber) {
        // ok: nhs-number-written-to-log
        LOGGER.info("Searched for {}", nhsNumber);
    }
    */
}
