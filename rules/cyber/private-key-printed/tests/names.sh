#!/bin/sh
# ok: private-key-printed
echo "Private key name: ${CALLER_PRIVATE_KEY_NAME}"
# ok: private-key-printed
echo "Using private key: ${TLS_PRIVATE_KEY}"
TLS_PRIVATE_KEY=/etc/ssl/server.key
# ok: private-key-printed
echo "Private key: $TLS_PRIVATE_KEY"
SIGNING_PRIVATE_KEY=$(cat "$TLS_PRIVATE_KEY")
# ok: private-key-printed
echo "$SIGNING_PRIVATE_KEY" > /run/signing.key
# ok: private-key-printed
echo "$SIGNING_PRIVATE_KEY" | openssl rsa -check -noout
signing_key() {
  OWN_PRIVATE_KEY=$(vault read -field=key signing)
  # ok: private-key-printed
  echo "$OWN_PRIVATE_KEY"
}
