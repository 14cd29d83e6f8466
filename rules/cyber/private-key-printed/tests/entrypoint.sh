#!/bin/sh
# ruleid: private-key-printed
echo "using key: ${TLS_PRIVATE_KEY}"
exec nginx
