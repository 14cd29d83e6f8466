from sqlalchemy import create_engine

# ruleid: connection-setting-without-tls
DATABASES = {"default": {"HOST": "db.example.nhs.uk", "OPTIONS": {"sslmode": "disable"}}}
# ok: connection-setting-without-tls
OTHER = {"default": {"HOST": "db.example.nhs.uk", "OPTIONS": {"sslmode": "verify-full"}}}
# ruleid: connection-setting-without-tls
MONGO = "mongodb://notes.example.nhs.uk/?tlsAllowInvalidCertificates=true"
# ruleid: connection-setting-without-tls
NOTES = "mongodb://notes.example.nhs.uk/notes?replicaSet=a&ssl=false"
# The way through the proxy beside it is on the same machine.
PROXY = create_engine("postgresql://127.0.0.1/records?sslmode=disable")
