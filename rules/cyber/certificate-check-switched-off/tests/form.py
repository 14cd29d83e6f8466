# Nothing to do with certificates.
# ok: certificate-check-switched-off
address.verify = False
