URL = "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations"
