class Find {
    void found(Patient patient) {
        // review: patient-details-written-to-log
        LOGGER.info("Found {}", patient.getSurname());
        // ok: patient-details-written-to-log
        LOGGER.info("Found {}", patient.getId());
        // ok: patient-details-written-to-log
        LOGGER.info("Mail goes to {}", clinic.getEmail());
    }
}
