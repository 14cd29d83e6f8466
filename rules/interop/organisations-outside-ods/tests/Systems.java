class Systems {
    // review: organisations-outside-ods
    static final String OWN = "https://supplier.example/Id/practice-code";
    // ok: organisations-outside-ods
    static final String ODS = "https://fhir.nhs.uk/Id/ods-site-code";
}
