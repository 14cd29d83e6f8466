package systems

const System = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient"
