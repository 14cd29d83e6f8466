URL = "https://www.nhs.uk/conditions"
