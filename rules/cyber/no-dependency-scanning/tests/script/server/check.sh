#!/bin/sh
set -e
cd "$(dirname "$0")"
mvn org.owasp:dependency-check-maven:10.0.2:aggregate -Dformat=HTML
