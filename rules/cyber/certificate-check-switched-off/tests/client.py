import ssl

import requests

# ruleid: certificate-check-switched-off
requests.get("https://partner.example.nhs.uk", timeout=5, verify=False)
# ok: certificate-check-switched-off
requests.get("https://partner.example.nhs.uk", timeout=5, verify="/etc/ssl/certs/partner.pem")
# ok: certificate-check-switched-off
requests.get("https://partner.example.nhs.uk", timeout=5)
# ruleid: certificate-check-switched-off
context = ssl._create_unverified_context()
# ok: certificate-check-switched-off
safe = ssl.create_default_context()
