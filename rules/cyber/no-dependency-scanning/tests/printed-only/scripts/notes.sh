#!/bin/sh
echo "Please run npm audit now and then"
echo 'Hint: npm audit; npm audit fix' && printf '%s\n' "see docs (npm audit)"
if [ -t 1 ]; then echo "now run npm audit"; fi
