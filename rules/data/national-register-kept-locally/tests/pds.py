# ok: national-register-kept-locally
BASE = "https://api.service.nhs.uk/personal-demographics/FHIR/R4"
