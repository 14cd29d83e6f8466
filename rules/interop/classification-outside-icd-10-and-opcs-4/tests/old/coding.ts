export const SYSTEM = "http://hl7.org/fhir/sid/icd-9-cm";
