import ssl

# ruleid: old-tls-in-code
context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
# ruleid: old-tls-in-code
context.minimum_version = ssl.TLSVersion.TLSv1_1
# ok: old-tls-in-code
context.minimum_version = ssl.TLSVersion.TLSv1_2
# context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)
