package systems

const System = "https://fhir.nhs.uk/Id/ods-organization-code"
