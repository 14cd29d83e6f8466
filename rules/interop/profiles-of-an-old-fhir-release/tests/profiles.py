# review: profiles-of-an-old-fhir-release
OLD = "https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Patient-1"
# ok: profiles-of-an-old-fhir-release
CURRENT = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient"
# ok: profiles-of-an-old-fhir-release
SYSTEM = "https://fhir.nhs.uk/Id/nhs-number"
# ok: profiles-of-an-old-fhir-release
STRUCTURE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace"
