class Letters {
    void send(String nhsNumber, Letter letter) {
        // review: nhs-number-logged-at-level-set-elsewhere
        logger.log(Events.LETTER_SENT, letter.getNhsNumber());
        // ok: nhs-number-logged-at-level-set-elsewhere
        logger.log(Level.WARNING, nhsNumber);
        // ok: nhs-number-logged-at-level-set-elsewhere
        // logger.log(Events.LETTER_SENT, nhsNumber);
        /*
        // ok: nhs-number-logged-at-level-set-elsewhere
        logger.log(Events.LETTER_SENT, nhsNumber);
        */
    }
}
