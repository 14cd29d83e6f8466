#!/bin/bash
if [ "${DEBUG}" == "true" ]
then
  echo "Certificate"
  cat /etc/ssl/server_public.crt
  # ruleid: private-key-printed
  echo "Server private key"
  cat /etc/ssl/server_private.key
fi
