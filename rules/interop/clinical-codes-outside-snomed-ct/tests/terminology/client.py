URL = "https://ontology.nhs.uk/production1/fhir"
