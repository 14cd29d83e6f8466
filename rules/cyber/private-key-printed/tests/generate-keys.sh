#!/bin/sh
ssh-keygen -q -f id_ed25519 -N ''
# ok: private-key-printed
echo "the private key:"
cat id_ed25519
