PRACTICE = "https://practice.example/letters"
SYSTEM = "http://hl7.org/fhir/sid/icd-10-cm"
