// review: profiles-of-an-old-fhir-release
export const OLD = "https://fhir.hl7.org.uk/StructureDefinition/Extension-CareConnect-EthnicCategory-1";
// ok: profiles-of-an-old-fhir-release
export const CURRENT = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory";
