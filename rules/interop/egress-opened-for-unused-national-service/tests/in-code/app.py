CONDITIONS = "https://www.nhs.uk/conditions"
ORGANISATIONS = "https://api.service.nhs.uk/organisation-data"
