#!/bin/sh
# The vault keeps the body alone; the client wants it with its first and last line.
printf -- '-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n' "$(vault kv get -field=body prescriptions/signing)"
