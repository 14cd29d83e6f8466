NATIONAL = "http://hl7.org/fhir/sid/icd-10-uk"
RECEIVED = "http://hl7.org/fhir/sid/icd-10-cm"
