class Profiles {
    // review: profiles-of-an-old-fhir-release
    static final String OLD = "https://fhir.nhs.uk/StructureDefinition/gpconnect-appointment-1";
    // ok: profiles-of-an-old-fhir-release
    static final String CURRENT = "https://fhir.nhs.uk/England/StructureDefinition/England-Task";
}
