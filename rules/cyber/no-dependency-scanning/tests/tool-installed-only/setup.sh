#!/bin/sh
# grype dir:. shows what is weak
brew install trivy grype jq
