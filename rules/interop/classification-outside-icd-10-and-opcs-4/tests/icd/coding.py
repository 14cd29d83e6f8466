SYSTEM = "http://hl7.org/fhir/sid/icd-10"
