import os
URL = "https://www.nhs.uk/conditions"
PDS = os.environ["PDS_BASE_URL"]
