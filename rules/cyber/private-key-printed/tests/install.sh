#!/bin/sh
# ok: private-key-printed
echo "Writing private key"
cat /run/secrets/tls.key > /etc/ssl/server.key
# ok: private-key-printed
echo "${TLS_PRIVATE_KEY}" > /etc/ssl/server.key
# ok: private-key-printed
echo "Making the bundle of key and certificate"
cat server.key server.crt > bundle.pem
