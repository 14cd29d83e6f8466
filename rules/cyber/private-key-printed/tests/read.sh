#!/bin/sh
read_key() {
  # ok: private-key-printed
  cat /etc/ssl/server.key
}
# ok: private-key-printed
echo "Checking the key"
openssl rsa -in /etc/ssl/server.key -check -noout
# ok: private-key-printed
echo "Public key"
cat /etc/ssl/server.pub
