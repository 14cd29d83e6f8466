# ok: organisations-outside-ods
ODS = "https://fhir.nhs.uk/Id/ods-organization-code"
# ok: organisations-outside-ods
LOOKUP = "https://directory.spineservices.nhs.uk/STU3/Organization"
# review: organisations-outside-ods
OWN = "https://supplier.example/fhir/identifier/organisation-code"
# ok: organisations-outside-ods
PAGE = "https://supplier.example/about/organisation"
