ISSUER_OF_STAFF = "https://am.nhsidentity.spineservices.nhs.uk/openam"
