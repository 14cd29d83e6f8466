#!/bin/sh
# ok: private-key-printed
echo "Copy this private key into the settings of the repository"
cat id_ed25519
