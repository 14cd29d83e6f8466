class PdsClient {
    private static final String BASE = "https://int.api.service.nhs.uk/personal-demographics/FHIR/R4";

    Patient get(String nhsNumber) {
        return http.get(BASE + "/Patient/" + nhsNumber);
    }
}
