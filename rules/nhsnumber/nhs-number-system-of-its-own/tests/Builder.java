package uk.example.hub;

class Builder {
    // ok: nhs-number-system-of-its-own
    private static final String SYSTEM = "https://fhir.nhs.uk/Id/nhs-number";
    // review: nhs-number-system-of-its-own
    private static final String OWN = "https://riverside.example/nhsno";
}
