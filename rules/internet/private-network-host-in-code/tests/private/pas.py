import os

BASE = os.environ["PAS_URL"]
OLD = "http://10.12.40.7:8080/pas"
GUIDE = "http://nww.trust.nhs.uk/guide"
