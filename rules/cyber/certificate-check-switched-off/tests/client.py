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
# ruleid: certificate-check-switched-off
httpx.get("https://partner.example.nhs.uk", verify=False)
# ruleid: certificate-check-switched-off
ssl._create_default_https_context = ssl._create_unverified_context
# ruleid: certificate-check-switched-off
safe.verify_mode = ssl.CERT_NONE
# ruleid: certificate-check-switched-off
pool = urllib3.PoolManager(cert_reqs="CERT_NONE")
# ruleid: certificate-check-switched-off
connector = aiohttp.TCPConnector(verify_ssl=False)
# ruleid: certificate-check-switched-off
connector = aiohttp.TCPConnector(ssl=False)
session = requests.Session()
# ruleid: certificate-check-switched-off
session.verify = False
# The same machine: nobody stands between.
# ok: certificate-check-switched-off
requests.get("https://localhost:8443/health", verify=False)
if settings.DEBUG:
    # ok: certificate-check-switched-off
    requests.get("https://partner.example.nhs.uk", verify=False)
if os.environ["STAGE"] == "local":
    # ok: certificate-check-switched-off
    requests.get("https://partner.example.nhs.uk", verify=False)
if os.environ["STAGE"] == "live":
    # ruleid: certificate-check-switched-off
    requests.get("https://partner.example.nhs.uk", verify=False)
