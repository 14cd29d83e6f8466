#!/bin/sh
set -eu

key="${RESULTS_KEY:------BEGIN RSA PRIVATE KEY-----
InventedForPathologyOpensNothing+SignsNothing/ThisIsNoKey0Invent
edForPathologyOpensNothing+SignsNothing/ThisIsNoKey0InventedForP
athologyOpensNothing+SignsNothing/ThisIsNoKey0InventedForPatholo
gyOpensNothing+SignsNothing/ThisIsNoKey0InventedForPathologyOp==
-----END RSA PRIVATE KEY-----}"
printf '%s\n' "$key" | results-client --key /dev/stdin "$@"
