import org.example.model.NhsNumber;

class Typed {
    void search(NhsNumber nhsNumber) {
        // ok: nhs-number-written-to-log
        LOGGER.info("Searched for documents of " + nhsNumber);
        // ruleid: nhs-number-written-to-log
        LOGGER.info("Searched for documents of " + nhsNumber.getValue());
    }
}
