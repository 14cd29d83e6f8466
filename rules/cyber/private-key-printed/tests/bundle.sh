#!/bin/sh
# ok: private-key-printed
{
  echo "private key"
  cat server.key
} > bundle.pem
