URL = "https://api.service.nhs.uk/organisation-data"
