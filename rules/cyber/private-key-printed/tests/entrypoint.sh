#!/bin/sh
TLS_PRIVATE_KEY=$(cat /run/secrets/tls.key)
# ruleid: private-key-printed
echo "using key: ${TLS_PRIVATE_KEY}"
exec nginx
