import os
URL = "https://www.nhs.uk/conditions"
LEVEL = os.environ.get("LOG_LEVEL", "info")
